package app.recount.desktop.shell;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.shell.MemoryState.Missing;
import app.recount.desktop.shell.MemoryState.Opened;
import app.recount.desktop.shell.MemoryState.Reading;
import app.recount.desktop.shell.MemoryState.Unreadable;
import app.recount.desktop.shell.MemoryState.Waiting;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.PathNames;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.Optional;

/**
 * What the status bar says of a state; toolkit-free.
 *
 * @param file which database
 * @param readMode how it was read, empty where nothing was read
 * @param events how many events the payload has, empty where there is no payload
 * @param sent where the backfill stands
 */
record StandingLine(String file, Optional<String> readMode, Optional<String> events, Status sentStatus, String sent) {

    static StandingLine of(MemoryState state, Texts texts, PathNames paths) {
        var file = paths.of(state.source().databaseFile());
        return switch (state) {
            case Missing missing ->
                nothingRead(texts.get("shell.noDatabase"), Status.OPEN, texts.get("shell.status.nothing"));
            case Waiting waiting -> nothingRead(file, Status.OPEN, texts.get("shell.status.waiting"));
            case Reading reading -> nothingRead(file, Status.OPEN, texts.get("shell.status.reading"));
            case Unreadable unreadable -> nothingRead(file, Status.FAILURE, texts.get("shell.status.unreadable"));
            case Opened opened -> opened(file, opened.preview(), texts);
        };
    }

    private static StandingLine nothingRead(String file, Status status, String words) {
        return new StandingLine(file, Optional.empty(), Optional.empty(), status, words);
    }

    private static StandingLine opened(String file, BackfillPreview preview, Texts texts) {
        var kind = preview.marker().kind();
        int events = preview.payload().events().size();
        return new StandingLine(
                file,
                Optional.of(texts.get("shell.status.readOnly")),
                Optional.of(texts.get("shell.status.events", Figures.of(events), events)),
                switch (kind) {
                    case CURRENT -> Status.GOOD;
                    case ABSENT, OLDER -> Status.OPEN;
                    case UNREADABLE -> Status.CAUTION;
                },
                texts.get("shell.status.marker." + kind));
    }
}

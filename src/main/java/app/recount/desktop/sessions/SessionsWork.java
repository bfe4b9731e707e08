package app.recount.desktop.sessions;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.LiveSessions;
import app.recount.desktop.shell.Saving;
import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the page does with sessions: reads their calls off the window's thread, copies, saves, shows, and leads to a run. */
final class SessionsWork {

    /** Between two readings of the calls of a session that grows. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Desk desk;
    private final SessionsModel model;
    private final LiveSessions feed;
    private final Saving saving;
    private @Nullable String printRead;
    private @Nullable SessionKey resting;
    private boolean reading;

    SessionsWork(Desk desk, SessionsModel model, LiveSessions feed) {
        this.desk = desk;
        this.model = model;
        this.feed = feed;
        saving = new Saving(desk, "sessions.saved");
        model.selected().subscribe(selected -> {
            printRead = null;
            readCalls();
        });
    }

    void refresh() {
        feed.refresh();
    }

    /** Reads the selected session's calls if they changed since they were read, one reading at a time. */
    void readCalls() {
        var row = model.selected().get().orElse(null);
        if (row == null
                || reading
                || row.key().equals(resting)
                || row.now().log().fingerprint().equals(printRead)) {
            return;
        }
        reading = true;
        printRead = row.now().log().fingerprint();
        var key = row.key();
        var sessions = feed.tracking().get().sessions();
        desk.background()
                .task(desk.texts().get("sessions.task.calls"), progress -> sessions.calls(key))
                .whenEnded(() -> rest(key))
                .whenDone(calls -> model.callsRead(key, calls))
                .start();
    }

    /** This session grows perhaps, and is read again soon; another that was selected meanwhile is read at once. */
    private void rest(SessionKey read) {
        reading = false;
        resting = read;
        desk.background().after(REST, () -> {
            resting = null;
            readCalls();
        });
        if (model.selected().get().filter(row -> row.key().equals(read)).isEmpty()) {
            printRead = null;
            readCalls();
        }
    }

    /** Nothing was found: says where was looked. */
    void tellWhere() {
        var tracking = feed.tracking().get();
        desk.background()
                .task(desk.texts().get("sessions.task.folders"), progress -> SearchedFolder.of(tracking))
                .whenDone(model.searched()::set)
                .start();
    }

    void startRun() {
        selected().ifPresent(session -> desk.navigation().startRun(session.key()));
    }

    void copyId() {
        selected().ifPresent(session -> desk.clipboard().accept(session.key().id()));
    }

    void copyPath() {
        selected().ifPresent(session -> desk.clipboard().accept(session.path()));
    }

    void copyJson() {
        selected().ifPresent(session -> desk.clipboard().accept(SessionExport.json(session, model.now())));
    }

    void showLog() {
        selected().ifPresent(session -> desk.folders().show(Path.of(session.path())));
    }

    void exportCsv() {
        save("recount-sessions.csv", () -> SessionExport.csv(model.shown(), model.now()));
    }

    void exportJson() {
        save("recount-sessions.json", () -> SessionExport.json(model.shown(), model.now()));
    }

    private Optional<AgentSession> selected() {
        return model.selected().get().map(SessionRow::now);
    }

    private void save(String name, Supplier<String> content) {
        saving.save(
                desk.texts().get("sessions.task.save"),
                name,
                () -> content.get().getBytes(StandardCharsets.UTF_8));
    }
}

package app.recount.desktop.shell;

import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.store.DataDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A workspace for what is drawn or followed without a memory database. */
public final class IdleWorkspace {

    private IdleWorkspace() {}

    /** It fails where it is asked to read. */
    public static Workspace in(Path folder, Background background) {
        var source = new Source(
                new DataDirectory(folder, List.of()),
                Optional.empty(),
                Destination.at("https://us.i.posthog.com", Destination.Origin.DEFAULT),
                ApiKey.rehearsal(),
                false);
        return new Workspace(
                (request, progress) -> {
                    throw new AssertionError("nothing is read here");
                },
                () -> source,
                background,
                "");
    }
}

package app.recount.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Requests that tests start runs with. */
final class StartRequests {

    private StartRequests() {}

    static StartRequest manual(String source, Path folder) {
        return of(source, RunTool.MANUAL, folder);
    }

    /** Nothing is said about the session. */
    static StartRequest of(String source, RunTool tool, Path folder) {
        return new StartRequest(
                source,
                tool,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                folder,
                List.of());
    }
}

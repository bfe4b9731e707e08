package app.recount.report;

import app.recount.analysis.AnalysisRun;
import app.recount.text.Wording;
import java.util.List;

/** One run as a file tells it. */
public sealed interface ImportEntry {

    /** Id of the run, or where it stands if it has none. */
    String name();

    /**
     * A run.
     *
     * @param notices what the file says of it and could not be taken over, for people
     */
    record Understood(AnalysisRun run, List<Wording> notices) implements ImportEntry {

        public Understood {
            notices = List.copyOf(notices);
        }

        @Override
        public String name() {
            return run.id();
        }
    }

    /** Not enough to make a run of it, or nonsense; nothing of it is taken. */
    record Unreadable(String name, Wording reason) implements ImportEntry {}
}

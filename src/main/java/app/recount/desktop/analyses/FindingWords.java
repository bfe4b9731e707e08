package app.recount.desktop.analyses;

import app.recount.analysis.RunFinding;
import app.recount.desktop.widget.Status;
import java.util.List;

/** How grave findings are. */
final class FindingWords {

    private FindingWords() {}

    static Status worst(List<RunFinding> findings) {
        return findings.stream().map(FindingWords::status).anyMatch(Status.FAILURE::equals)
                ? Status.FAILURE
                : Status.CAUTION;
    }

    static Status status(RunFinding finding) {
        return switch (finding.severity()) {
            case ERROR -> Status.FAILURE;
            case WARN -> Status.CAUTION;
        };
    }
}

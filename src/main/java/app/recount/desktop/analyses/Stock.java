package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.Source;
import java.util.List;

/** What is stored, as it was read at one moment. */
record Stock(List<AnalysisRun> runs, List<Source> sources) {

    Stock {
        runs = List.copyOf(runs);
        sources = List.copyOf(sources);
    }
}

package app.recount.analysis;

import java.util.List;

/**
 * A run as it stood when it was read.
 *
 * @param revision tells whether somebody has changed it since
 */
record StoredRun(AnalysisRun run, long revision, List<RunMove> moves) {

    StoredRun {
        moves = List.copyOf(moves);
    }
}

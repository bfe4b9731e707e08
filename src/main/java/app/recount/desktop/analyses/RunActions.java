package app.recount.desktop.analyses;

import app.recount.report.ExportFormat;
import app.recount.session.SessionKey;
import java.util.List;

/** What can be done with runs; each asks first where there is something to ask. */
interface RunActions {

    void start();

    /** Marks a stage of the selected run, or of the only open one. */
    void mark();

    void complete();

    void fail();

    void cancel();

    void reopen();

    /** Counts the selected run from now on in a fork that it was offered. */
    void move(SessionKey fork);

    /** Opens the small view, or closes it. */
    void pin();

    void backfill();

    /** Shows what validation found. */
    void check();

    void export(List<String> runs, ExportFormat format);

    void copy(String text);
}

package app.recount.desktop.shell;

import app.recount.delivery.BackfillPreview;
import app.recount.problem.Problem;

/** How it stands with the memory database that the window looks at. */
public sealed interface MemoryState {

    Source source();

    /** Not looked at yet. */
    record Waiting(Source source) implements MemoryState {}

    /** There is no file. */
    record Missing(Source source) implements MemoryState {}

    /** The first reading of this source is on its way. */
    record Reading(Source source) implements MemoryState {}

    /** Read; stays so while it is read again. */
    record Opened(Source source, BackfillPreview preview) implements MemoryState {}

    /** The file is there and could not be read. */
    record Unreadable(Source source, Problem problem) implements MemoryState {}
}

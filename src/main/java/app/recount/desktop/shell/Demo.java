package app.recount.desktop.shell;

import app.recount.store.Progress;

/** Makes data to explore in a private folder, and a receiver on this machine that the payload would go to. */
@FunctionalInterface
public interface Demo {

    /** Makes what is missing and starts what goes on by itself; takes a while the first time. */
    Source prepare(Progress progress);

    /** The window shows something else now, so that nothing needs to go on for its sake. */
    default void leave() {}
}

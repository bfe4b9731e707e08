package app.recount.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * When the tailer looks again: once something changes around the live sessions if the system tells of that, else after a pause; and at
 * the next walk at the latest. Some file systems never tell, those of a network above all: if a session has moved and nobody said so,
 * nobody is relied upon until there is news again, from whichever folder.
 */
final class NextLook {

    private final FolderWatch watch;
    private final Duration pause;
    private boolean trusted = true;
    private boolean undisturbed;

    /** @param pause the least time between two looks */
    NextLook(FolderWatch watch, Duration pause) {
        this.watch = watch;
        this.pause = pause;
    }

    /**
     * Waits for it.
     *
     * @param quiet whether all there is to know is known; who puts down something meanwhile wakes the watch
     * @param folders in which something would change
     * @param untilWalk not positive if it is due
     * @return false if there is none any more
     */
    boolean await(boolean quiet, Set<Path> folders, Duration untilWalk) throws InterruptedException {
        var begun = System.nanoTime();
        var relied = quiet && watch.watches(folders) && trusted;
        var woken = watch.awaitNews(relied ? untilWalk : pause);
        var news = watch.takeNews();
        undisturbed = relied && !woken && !news;
        trusted |= news;
        if (woken) {
            watch.pause(pause.minusNanos(System.nanoTime() - begun));
        }
        return !watch.isClosed();
    }

    /** Whether the last wait went by without news although there would have been some, had anything changed. */
    boolean wasUndisturbed() {
        return undisturbed;
    }

    /** Something has changed nevertheless. */
    void heardNothing() {
        trusted = false;
        watch.forget();
    }
}

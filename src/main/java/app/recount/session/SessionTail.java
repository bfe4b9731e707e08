package app.recount.session;

import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.session.Follower.Edition;
import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows all logs with one thread: live sessions as soon as they move, but no more than several times a second, new files every few
 * seconds. Listeners get immutable lists, on the tailer's thread, and only when something changed. The thread runs while somebody
 * follows.
 */
public final class SessionTail implements AutoCloseable {

    private static final Duration BETWEEN_WALKS = Duration.ofSeconds(3);

    /** A walk may take so much of the time: with very many logs they come less often. */
    private static final int WALK_SHARE = 50;

    /** Who was silent for longer is found by the next walk. */
    private static final Duration LIVE = Duration.ofHours(1);

    private static final int MOST_LIVE = 20;

    private final Sessions sessions;
    private final Environment environment;
    private final Duration pause;
    private final Duration betweenWalks;
    private final Clock clock;
    private final List<Follower> followers = new ArrayList<>();
    private @Nullable Run run;
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * Follows nothing yet.
     *
     * @param environment says whether the system tells when a log grows
     * @param pause the least time between two looks at the live sessions
     */
    public SessionTail(Sessions sessions, Environment environment, Duration pause, Clock clock) {
        this(sessions, environment, pause, BETWEEN_WALKS, clock);
    }

    SessionTail(Sessions sessions, Environment environment, Duration pause, Duration betweenWalks, Clock clock) {
        this.sessions = sessions;
        this.environment = environment;
        this.pause = pause;
        this.betweenWalks = betweenWalks;
        this.clock = clock;
    }

    /** Calls at once with what is known, then at every change; closing the result ends it. */
    public Following follow(Consumer<List<AgentSession>> listener) {
        return follow(listener, _ -> {}, Progress.NONE);
    }

    /**
     * The same; where nothing is known yet, the logs are read first.
     *
     * @param problems hears why looking fails at the moment, once for each reason until a list comes; it goes on, and a list says that it
     *     went well again
     * @param progress of the first reading
     * @throws ProblemException if nothing can be said even once
     */
    public Following follow(Consumer<List<AgentSession>> listener, Consumer<Problem> problems, Progress progress) {
        var known = sessions.known();
        var first = known.isEmpty() ? sessions.refresh(progress) : known;
        var follower = new Follower(listener, problems);
        follower.tell(add(follower, new Edition(0, first)));
        return () -> remove(follower);
    }

    /** What the follower is told first. */
    private synchronized Edition add(Follower follower, Edition first) {
        if (closed) {
            // somebody who read while the tailer was closed
            return first;
        }
        followers.add(follower);
        if (run == null) {
            run = new Run(first);
            thread = Thread.ofPlatform().name("session-tail").daemon().start(run);
        }
        return run.latest;
    }

    private synchronized void remove(Follower follower) {
        followers.remove(follower);
        if (followers.isEmpty()) {
            end();
        }
    }

    private synchronized List<Follower> followers(Run asking) {
        return asking == run ? List.copyOf(followers) : List.of();
    }

    private void end() {
        if (run != null) {
            var ending = run;
            run = null;
            ending.watch.close();
        }
    }

    /**
     * For good: who follows from now on hears what is known, and nothing more. Returns when the thread has ended, so that nothing is
     * read or stored afterwards; what it was doing is broken off.
     */
    @Override
    public void close() {
        var last = ended();
        if (last != null && last != Thread.currentThread()) {
            try {
                last.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized @Nullable Thread ended() {
        closed = true;
        followers.clear();
        end();
        return thread;
    }

    /** Ends one listener's calls. */
    @FunctionalInterface
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /** Why the last look failed, and whether that was a walk. */
    private record Trouble(String code, boolean walking) {}

    /** The thread's work from the first follower to the last. */
    private final class Run implements Runnable, Progress {

        private final FolderWatch watch = FolderWatch.in(environment);
        private final NextLook next = new NextLook(watch, pause);
        private volatile Edition latest;
        private @Nullable Trouble trouble;
        private long seen;
        private boolean looked = true;
        private long nextWalk = System.nanoTime();

        Run(Edition first) {
            this.latest = first;
        }

        @Override
        public void run() {
            try (watch;
                    var _ = sessions.whenChanged(watch::wake)) {
                do {
                    lookOnce();
                } while (next.await(isQuiet(), around(), Duration.ofNanos(nextWalk - System.nanoTime())));
            } catch (InterruptedException | CancellationException e) {
                // nobody follows any more
            }
        }

        private void lookOnce() {
            boolean walks = walkIsDue();
            try {
                var found = walks ? walk() : lookAtLive();
                if (isOver(walks) || !found.equals(latest.sessions())) {
                    trouble = null;
                    latest = new Edition(latest.number() + 1, found);
                    tellAll(follower -> follower.tell(latest));
                }
            } catch (ProblemException e) {
                var before = trouble;
                var code = e.problem().code();
                if (before == null || !before.code().equals(code)) {
                    trouble = new Trouble(code, walks);
                    tellAll(follower -> follower.tell(e.problem()));
                } else if (walks) {
                    trouble = new Trouble(code, true);
                }
            }
        }

        /** Only what failed tells that it fails no longer; a walk looks at everything. */
        private boolean isOver(boolean walked) {
            return trouble != null && (walked || (looked && !trouble.walking()));
        }

        private boolean walkIsDue() {
            return System.nanoTime() - nextWalk >= 0;
        }

        /** Whether all there is to know is known. */
        private boolean isQuiet() {
            return !looked && trouble == null && sessions.changes() == seen;
        }

        private Set<Path> around() {
            return live(latest.sessions())
                    .flatMap(session -> sessions.around(session).stream())
                    .collect(Collectors.toSet());
        }

        private List<AgentSession> walk() {
            if (next.wasUndisturbed() && live(latest.sessions()).anyMatch(sessions::hasMoved)) {
                next.heardNothing();
            }
            var begun = System.nanoTime();
            try {
                return sessions.refresh(this);
            } finally {
                var now = System.nanoTime();
                nextWalk = now + Math.max(betweenWalks.toNanos(), (now - begun) * WALK_SHARE);
            }
        }

        /** What is known afterwards, also what somebody else has read meanwhile. */
        private List<AgentSession> lookAtLive() {
            var changes = sessions.changes();
            var known = changes == seen ? latest.sessions() : sessions.known();
            seen = changes;
            looked = false;
            live(known).forEach(this::lookAt);
            return looked ? sessions.known() : known;
        }

        private Stream<SessionKey> live(List<AgentSession> newestFirst) {
            var since = clock.instant().minus(LIVE);
            return newestFirst.stream()
                    .takeWhile(session -> !session.lastActivity().isBefore(since))
                    .filter(session -> !session.log().gone())
                    .limit(MOST_LIVE)
                    .map(AgentSession::key);
        }

        private void lookAt(SessionKey key) {
            // after a look that failed only a real one tells that it is over
            boolean again = trouble != null && !trouble.walking();
            if (again || sessions.hasMoved(key)) {
                sessions.lookNearby(key);
                looked = true;
            }
        }

        private void tellAll(Consumer<Follower> news) {
            for (var follower : followers(this)) {
                try {
                    news.accept(follower);
                } catch (RuntimeException e) {
                    // a fault of one listener is not to silence the others
                    var thread = Thread.currentThread();
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
                }
            }
        }

        @Override
        public void report(Wording step, double fraction) {
            // nobody waits for it
        }

        @Override
        public boolean isCancelled() {
            return watch.isClosed();
        }
    }
}

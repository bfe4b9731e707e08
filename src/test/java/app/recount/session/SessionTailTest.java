package app.recount.session;

import static app.recount.session.Desk.FIRST;
import static app.recount.session.Desk.SECOND;
import static app.recount.session.Desk.age;
import static app.recount.session.Desk.append;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SessionTailTest {

    private static final Duration PAUSE = Duration.ofMillis(20);

    @TempDir
    Path home;

    private Desk desk;
    private SessionTail tail;
    private final BlockingQueue<List<AgentSession>> heard = new LinkedBlockingQueue<>();

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    @BeforeEach
    void sit_down() {
        desk = new Desk(home);
        tail = new SessionTail(desk.index, desk.environment, PAUSE, Clock.systemUTC());
        append(desk.paper(FIRST), call("a"));
        age(desk.paper(FIRST));
    }

    @AfterEach
    void leave() {
        tail.close();
        desk.close();
    }

    @Test
    void a_new_listener_hears_at_once_what_is_known() {
        desk.refresh();
        try (var _ = tail.follow(heard::add)) {
            assertThat(heard.poll()).isEqualTo(desk.index.known());
        }
    }

    @Test
    void where_nothing_is_known_the_logs_are_read_first() {
        try (var _ = tail.follow(heard::add)) {
            assertThat(heard.poll()).hasSize(1);
        }
    }

    @Test
    void an_appended_line_is_heard_of_and_nothing_is_read_again() throws InterruptedException {
        try (var _ = tail.follow(heard::add)) {
            assertThat(heard.poll()).hasSize(1);
            var before = desk.paper.bytesRead.get();
            var line = call("b");
            append(desk.paper(FIRST), line);

            await(list -> list.getFirst().tokensSoFar().equals(Optional.of(30L)));
            assertThat(desk.paper.bytesRead.get() - before).isEqualTo(line.length() + 1);
        }
    }

    @Test
    void what_somebody_else_has_read_is_heard_of_before_the_next_walk() throws InterruptedException {
        desk.refresh();
        var key = new SessionKey("paper", FIRST);
        var withoutWalks = new SessionTail(
                new WithoutWalks(desk.index, desk.index.known()), desk.environment, PAUSE, Clock.systemUTC());
        try (withoutWalks;
                var _ = withoutWalks.follow(heard::add)) {
            for (int calls = 2; calls < 12; calls++) {
                append(desk.paper(FIRST), call("b" + calls));
                desk.index.look(key);
                desk.index.look(key); // nothing new is left for whoever looks next
                var tokens = Optional.of(15L * calls);
                await(list -> list.getFirst().tokensSoFar().equals(tokens));
            }
        }
    }

    @Test
    void a_new_session_is_heard_of() throws InterruptedException {
        try (var _ = tail.follow(heard::add)) {
            append(desk.paper(SECOND), call("b"));
            await(list -> list.size() == 2);
        }
    }

    @Test
    void a_session_that_was_silent_for_long_is_found_by_the_next_walk() throws InterruptedException {
        append(desk.paper(SECOND), "call a 10 5 2020-01-01T00:00:00Z");
        try (var _ = tail.follow(heard::add)) {
            append(desk.paper(SECOND), "call b 10 5 2020-01-01T00:00:01Z");
            await(list -> list.stream().anyMatch(each -> each.tokensSoFar().equals(Optional.of(30L))));
        }
    }

    @Test
    void nothing_is_heard_while_nothing_changes() throws InterruptedException {
        var looks = new Semaphore(0);
        var counted = new SessionTail(new Watched(desk.index, looks::release), silent(), PAUSE, Clock.systemUTC());
        try (counted;
                var _ = counted.follow(heard::add)) {
            looks.acquire(20);
            assertThat(heard).hasSize(1);
        }
    }

    @Test
    void while_no_file_changes_no_session_is_looked_at() throws InterruptedException {
        desk.refresh();
        var looks = new AtomicInteger();
        var turns = new Semaphore(0);
        var watched = new Watched(desk.index, looks::incrementAndGet, turns::release);
        var counted = new SessionTail(watched, silent(), PAUSE, Duration.ofHours(1), Clock.systemUTC());
        try (counted;
                var _ = counted.follow(heard::add)) {
            turns.acquire(20);
            assertThat(looks)
                    .as("the first walk, and one look that found nothing new")
                    .hasValue(2);

            append(desk.paper(FIRST), call("b"));
            await(list -> list.getFirst().tokensSoFar().equals(Optional.of(30L)));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void who_rests_is_woken_by_a_line() throws InterruptedException {
        desk.refresh();
        var asked = new Semaphore(0);
        var answered = new Real(desk.index) {
            @Override
            public boolean hasMoved(SessionKey session) {
                var moved = super.hasMoved(session);
                asked.release();
                return moved;
            }
        };
        var once = new SessionTail(answered, desk.environment, PAUSE, Duration.ofHours(1), Clock.systemUTC());
        try (once;
                var _ = once.follow(heard::add)) {
            awaitSilence(asked);
            for (int calls = 2; calls < 8; calls++) {
                append(desk.paper(FIRST), call("b" + calls));
                var tokens = Optional.of(15L * calls);
                await(list -> list.getFirst().tokensSoFar().equals(tokens));
                awaitSilence(asked);
            }
        }
    }

    /** Until nobody has asked for many pauses. */
    private static void awaitSilence(Semaphore asked) throws InterruptedException {
        asked.acquire();
        while (asked.tryAcquire(20 * PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            // asked again
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_somebody_else_has_found_where_nobody_watches_is_heard_of_before_the_next_walk()
            throws InterruptedException {
        desk.refresh();
        var asked = new Semaphore(0);
        var answered = new Watched(desk.index, () -> {}, asked::release);
        var once = new SessionTail(answered, desk.environment, PAUSE, Duration.ofHours(1), Clock.systemUTC());
        try (once;
                var _ = once.follow(heard::add)) {
            awaitSilence(asked);
            append(desk.claude(SECOND), Desk.answer(SECOND, "a", "2026-05-01T10:00:00Z", 5));
            desk.refresh();
            await(list -> list.size() == 2);
        }
    }

    @Test
    void a_session_that_moves_without_anybody_saying_so_is_found_by_looking() throws Exception {
        desk.refresh();
        var elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        var untold = new WithoutWalks(desk.index, desk.index.known()) {
            @Override
            public Set<Path> around(SessionKey session) {
                return Set.of(elsewhere);
            }
        };
        var deaf = new SessionTail(untold, desk.environment, PAUSE, PAUSE.multipliedBy(5), Clock.systemUTC());
        try (deaf;
                var _ = deaf.follow(heard::add)) {
            for (int calls = 2; calls < 8; calls++) {
                append(desk.paper(FIRST), call("b" + calls));
                var tokens = Optional.of(15L * calls);
                await(list -> list.getFirst().tokensSoFar().equals(tokens));
            }
        }
    }

    @Test
    void what_another_process_put_down_is_heard_of_too() throws InterruptedException {
        try (var _ = tail.follow(heard::add);
                var other = new Desk(home)) {
            append(desk.paper(FIRST), call("b"));
            other.index.look(new SessionKey("paper", FIRST));
            await(list -> list.getFirst().tokensSoFar().equals(Optional.of(30L)));
        }
    }

    @Test
    void a_problem_is_told_once_and_does_not_end_it() throws InterruptedException {
        var broken = new AtomicBoolean();
        var failures = new Semaphore(0);
        Runnable breaking = () -> {
            if (broken.get()) {
                failures.release();
                throw new ProblemException(new Problem("STORE_BUSY", Wording.verbatim("It is busy.")));
            }
        };
        var problems = new LinkedBlockingQueue<Problem>();
        var fragile = new SessionTail(new Watched(desk.index, breaking), desk.environment, PAUSE, Clock.systemUTC());
        try (fragile;
                var _ = fragile.follow(heard::add, problems::add, Progress.NONE)) {
            assertThat(heard.poll()).hasSize(1);
            broken.set(true);
            assertThat(problems.poll(30, TimeUnit.SECONDS))
                    .isNotNull()
                    .extracting(Problem::code)
                    .isEqualTo("STORE_BUSY");
            failures.acquire(5);
            assertThat(problems).isEmpty();

            broken.set(false);
            assertThat(heard.poll(30, TimeUnit.SECONDS))
                    .as("it goes on, and says so")
                    .hasSize(1);
            append(desk.paper(FIRST), call("b"));
            await(list -> list.getFirst().tokensSoFar().equals(Optional.of(30L)));
        }
    }

    @Test
    void what_a_walk_met_is_not_over_because_nobody_is_live() throws InterruptedException {
        desk.refresh();
        var walks = new Semaphore(0);
        Runnable failing = () -> {
            walks.release();
            throw new ProblemException(new Problem("STORE_BUSY", Wording.verbatim("It is busy.")));
        };
        var problems = new LinkedBlockingQueue<Problem>();
        var later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        var fragile = new SessionTail(
                new Watched(desk.index, failing), desk.environment, PAUSE, PAUSE.multipliedBy(5), later);
        try (fragile;
                var _ = fragile.follow(heard::add, problems::add, Progress.NONE)) {
            assertThat(heard.poll()).hasSize(1);
            walks.acquire(4);
            assertThat(problems).hasSize(1);
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void a_session_is_followed_although_the_log_of_a_newer_one_is_gone() throws Exception {
        var newer = append(desk.paper(SECOND), call("z"));
        desk.refresh();
        Files.delete(newer);
        desk.refresh();
        assertThat(desk.index.known().getFirst().log().gone()).isTrue();
        var withoutWalks = new SessionTail(
                new WithoutWalks(desk.index, desk.index.known()), desk.environment, PAUSE, Clock.systemUTC());
        try (withoutWalks;
                var _ = withoutWalks.follow(heard::add)) {
            append(desk.paper(FIRST), call("b"));
            await(list -> list.stream().anyMatch(each -> each.tokensSoFar().equals(Optional.of(30L))));
        }
    }

    @Test
    void a_listener_that_fails_does_not_silence_the_others() throws InterruptedException {
        var seen = new ArrayList<Throwable>();
        var usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> seen.add(failure));
        try (var _ = tail.follow(SessionTailTest::failOnSecond);
                var _ = tail.follow(heard::add)) {
            append(desk.paper(FIRST), call("b"));
            await(list -> list.getFirst().tokensSoFar().equals(Optional.of(30L)));
            assertThat(seen).hasSize(1);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
    }

    private static void failOnSecond(List<AgentSession> list) {
        if (list.getFirst().tokensSoFar().orElseThrow() > 15) {
            throw new IllegalStateException("a listener's fault");
        }
    }

    @Test
    void the_thread_runs_only_while_somebody_follows() throws InterruptedException {
        var first = tail.follow(heard::add);
        var second = tail.follow(heard::add);
        assertThat(threads()).hasSize(1);
        first.close();
        assertThat(threads()).hasSize(1);

        var thread = threads().getFirst();
        second.close();
        thread.join();

        try (var _ = tail.follow(heard::add)) {
            assertThat(threads()).hasSize(1);
            heard.clear();
            append(desk.paper(FIRST), call("b"));
            await(list -> list.getFirst().tokensSoFar().equals(Optional.of(30L)));
        }
    }

    @Test
    void closing_waits_for_the_thread_so_that_nothing_is_stored_afterwards() {
        var _ = tail.follow(heard::add);
        assertThat(threads()).hasSize(1);

        tail.close();

        assertThat(threads()).isEmpty();
    }

    @Test
    void whoever_follows_a_closed_tailer_starts_no_thread() {
        tail.close();

        var _ = tail.follow(heard::add);

        assertThat(heard.poll()).hasSize(1);
        assertThat(threads()).isEmpty();
    }

    /** Surroundings in which the system does not tell when a file changes. */
    private Environment silent() {
        return new Environment(Map.of(), home, "unheard of");
    }

    /** Those that were not there before this test: another one's may be about to end. */
    private List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("session-tail"))
                .filter(thread -> !before.contains(thread))
                .toList();
    }

    /** A call of this moment. */
    private static String call(String key) {
        return "call %s 10 5 %s".formatted(key, Instant.now());
    }

    private void await(Predicate<List<AgentSession>> wanted) throws InterruptedException {
        var list = heard.poll(30, TimeUnit.SECONDS);
        while (list != null && !wanted.test(list)) {
            list = heard.poll(30, TimeUnit.SECONDS);
        }
        assertThat(list).as("heard in time").isNotNull();
    }

    /** The real sessions. */
    private static class Real implements Sessions {

        final Sessions sessions;

        Real(Sessions sessions) {
            this.sessions = sessions;
        }

        @Override
        public List<AgentSession> refresh(Progress progress) {
            return sessions.refresh(progress);
        }

        @Override
        public List<AgentSession> known() {
            return sessions.known();
        }

        @Override
        public long changes() {
            return sessions.changes();
        }

        @Override
        public SessionTail.Following whenChanged(Runnable listener) {
            return sessions.whenChanged(listener);
        }

        @Override
        public Optional<AgentSession> look(SessionKey session) {
            throw new AssertionError("the tailer walks when it is time, not because of a session");
        }

        @Override
        public Optional<AgentSession> lookNearby(SessionKey session) {
            return sessions.lookNearby(session);
        }

        @Override
        public boolean hasMoved(SessionKey session) {
            return sessions.hasMoved(session);
        }

        @Override
        public Set<Path> around(SessionKey session) {
            return sessions.around(session);
        }

        @Override
        public List<Call> calls(SessionKey session) {
            return sessions.calls(session);
        }
    }

    /** Does something before each look and each question whether one is worth its while. */
    private static final class Watched extends Real {

        private final Runnable before;
        private final Runnable beforeAsking;

        Watched(Sessions sessions, Runnable before) {
            this(sessions, before, before);
        }

        Watched(Sessions sessions, Runnable before, Runnable beforeAsking) {
            super(sessions);
            this.before = before;
            this.beforeAsking = beforeAsking;
        }

        @Override
        public List<AgentSession> refresh(Progress progress) {
            before.run();
            return super.refresh(progress);
        }

        @Override
        public Optional<AgentSession> lookNearby(SessionKey session) {
            before.run();
            return super.lookNearby(session);
        }

        @Override
        public boolean hasMoved(SessionKey session) {
            beforeAsking.run();
            return super.hasMoved(session);
        }
    }

    /** Its walks find nothing new. */
    private static class WithoutWalks extends Real {

        private final List<AgentSession> first;

        WithoutWalks(Sessions sessions, List<AgentSession> first) {
            super(sessions);
            this.first = first;
        }

        @Override
        public List<AgentSession> refresh(Progress progress) {
            return first;
        }
    }
}

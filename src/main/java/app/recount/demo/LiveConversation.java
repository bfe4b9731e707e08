package app.recount.demo;

import app.recount.store.OwnerOnly;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A conversation with Claude Code that goes on while it is watched: whole turns with irregular pauses, and now and then a line that
 * comes in two halves. The seed and the day name the session, so that a program that is started again the same day takes it up.
 */
public final class LiveConversation implements AutoCloseable {

    private static final String MODEL = "claude-sonnet-4-5-20250929";

    /** People who watch have less time than people who work. */
    private static final int FASTER = 12;

    private static final Duration LONGEST = Duration.ofSeconds(7);
    private static final Duration HALF_A_LINE = Duration.ofMillis(300);

    private final Path home;
    private final Clock clock;
    private final Dice dice;
    private final ClaudeConversation conversation;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("demo conversation").daemon().unstarted(this::run);

    LiveConversation(Path home, long seed, Clock clock) throws IOException {
        this.home = home;
        this.clock = clock;
        var phrases = new Phrases();
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
        var naming = new Dice(seed ^ day);
        var session = naming.uuid();
        var folder = LogHistory.WORK + naming.oneOf(phrases.all("projects"));
        var log = home.resolve(ClaudeConversation.log(session, folder));
        // what is said must differ from what was said before the program was started again
        this.dice = new Dice(seed ^ clock.millis());
        this.conversation = new ClaudeConversation(dice, phrases, session, folder, MODEL);
        create(log);
        endLine(log);
    }

    /**
     * Lets it go on until it is closed.
     *
     * @throws app.recount.problem.ProblemException {@code DEMO_NOT_WRITTEN} if the folder cannot be written
     */
    public static LiveConversation start(Path home, long seed, Clock clock) {
        try {
            var live = new LiveConversation(home, seed, clock);
            live.thread.start();
            return live;
        } catch (IOException e) {
            throw DemoMemory.notWritten(home, e);
        }
    }

    /** Whether it goes on; it ends by itself only when its folder cannot be written any more. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        try {
            turns(pause -> !waitOrEnd(pause));
        } catch (IOException e) {
            // the folder was removed under it; isRunning() tells, and a new one says what is wrong
            ended.countDown();
        }
    }

    /**
     * Writes turn after turn.
     *
     * @param goOn waits for that long and says whether to go on; a line that was begun is finished even if not
     */
    void turns(Predicate<Duration> goOn) throws IOException {
        while (true) {
            for (var step : conversation.turn()) {
                if (!goOn.test(shorter(step.pause()))) {
                    return;
                }
                write(step, goOn);
            }
        }
    }

    private void write(LogStep step, Predicate<Duration> goOn) throws IOException {
        var file = home.resolve(step.log());
        create(file);
        var line = step.at(clock.instant());
        if (dice.chance(0.12)) {
            int half = dice.between(1, line.length - 1);
            append(file, Arrays.copyOf(line, half));
            var _ = goOn.test(HALF_A_LINE);
            append(file, Arrays.copyOfRange(line, half, line.length));
        } else {
            append(file, line);
        }
    }

    private static Duration shorter(Duration pause) {
        var shorter = pause.dividedBy(FASTER);
        return shorter.compareTo(LONGEST) > 0 ? LONGEST : shorter;
    }

    private static void create(Path file) throws IOException {
        if (Files.notExists(file)) {
            OwnerOnly.createDirectories(Objects.requireNonNull(file.getParent()));
            OwnerOnly.createFile(file);
        }
    }

    /** A program that was killed may have left half a line; what follows must not become part of it. */
    private static void endLine(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() == 0) {
                return;
            }
            file.seek(file.length() - 1);
            if (file.read() == '\n') {
                return;
            }
        }
        append(log, new byte[] {'\n'});
    }

    private static void append(Path log, byte[] bytes) throws IOException {
        Files.write(log, bytes, StandardOpenOption.APPEND);
    }

    private boolean waitOrEnd(Duration pause) {
        try {
            return ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns when the line that was begun is whole. */
    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

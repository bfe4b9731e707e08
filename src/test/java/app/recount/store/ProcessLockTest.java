package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.JavaProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("x.lock");
    }

    @Test
    void who_has_it_keeps_others_out_until_it_is_closed() throws IOException {
        try (var _ = ProcessLock.take(file, Duration.ZERO)) {
            assertThat(ProcessLock.tryTake(file)).isEmpty();
            assertThat(ProcessLock.tryTake(folder.resolve(".").resolve("x.lock")))
                    .isEmpty();
            assertThatThrownBy(() -> ProcessLock.take(file, Duration.ZERO)).isInstanceOf(IOException.class);
        }
        try (var again = ProcessLock.tryTake(file).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void trying_in_vain_does_not_open_it_for_other_processes() throws Exception {
        try (var _ = ProcessLock.take(file, Duration.ZERO)) {
            assertThat(ProcessLock.tryTake(file)).isEmpty();
            assertThat(lockedForOthers()).isTrue();
        }
        assertThat(lockedForOthers()).isFalse();
    }

    @Test
    void a_guests_lock_holds_against_other_processes() throws Exception {
        try (var _ = ProcessLock.tryTakeAsGuest(file).orElseThrow()) {
            assertThat(lockedForOthers()).isTrue();
        }
        assertThat(file).doesNotExist();
    }

    /** Asked by a real process, because locks do not hold within one. */
    private boolean lockedForOthers() throws Exception {
        var process = JavaProcess.of(Probe.class, file).inheritIO().start();
        return process.waitFor() == 1;
    }

    /** Exits with 1 if the file is locked by another process. */
    static final class Probe {
        private Probe() {}

        static void main(String[] args) throws IOException {
            try (var channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
                System.exit(channel.tryLock() == null ? 1 : 0);
            }
        }
    }

    @Test
    void a_file_that_a_killed_process_left_behind_is_no_obstacle_and_goes_with_the_next_guest() throws IOException {
        Files.writeString(file, "left behind");
        try (var lock = ProcessLock.tryTakeAsGuest(file).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void guests_that_come_and_go_never_meet() throws Exception {
        var inside = new AtomicInteger();
        var meetings = new AtomicInteger();
        Callable<Integer> guest = () -> {
            int visits = 0;
            while (visits < 50) {
                var lock = ProcessLock.tryTakeAsGuest(file);
                if (lock.isPresent()) {
                    try (var _ = lock.get()) {
                        if (inside.incrementAndGet() > 1) {
                            meetings.incrementAndGet();
                        }
                        inside.decrementAndGet();
                        visits++;
                    }
                }
            }
            return visits;
        };
        try (var threads = Executors.newFixedThreadPool(3)) {
            var all = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 3; i++) {
                all.add(guest);
            }
            for (var done : threads.invokeAll(all)) {
                assertThat(done.get()).isEqualTo(50);
            }
        }
        assertThat(meetings).hasValue(0);
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_goes_between_being_seen_and_being_opened_was_somebody_elses() throws Exception {
        var stop = new AtomicBoolean();
        try (var others = Executors.newSingleThreadExecutor()) {
            // as another process that takes the lock and lets it go
            var coming = others.submit(() -> {
                while (!stop.get()) {
                    Files.deleteIfExists(file);
                    makeUnlessThere();
                }
                return null;
            });
            try {
                for (int i = 0; i < 5_000; i++) {
                    var lock = ProcessLock.tryTakeAsGuest(file);
                    if (lock.isPresent()) {
                        lock.get().close();
                    }
                }
            } finally {
                stop.set(true);
            }
            coming.get();
        }
    }

    private void makeUnlessThere() throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // the guest was faster
        }
    }

    @Test
    void a_link_to_nothing_is_in_the_way_and_not_somebody_who_will_let_go() throws IOException {
        Files.createSymbolicLink(file, folder.resolve("gone/x"));

        assertThatThrownBy(() -> ProcessLock.tryTakeAsGuest(file)).isInstanceOf(IOException.class);
    }
}

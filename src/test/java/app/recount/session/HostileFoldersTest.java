package app.recount.session;

import static app.recount.session.Desk.FIRST;
import static app.recount.session.Desk.SECOND;
import static app.recount.session.Desk.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.recount.faults.InChild;
import app.recount.faults.InChild.Surroundings;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFoldersTest {

    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void sit_down() {
        desk = new Desk(home);
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void links_are_not_followed_neither_round_and_round_nor_out_of_the_root() throws IOException {
        Files.createSymbolicLink(home.resolve("paper/desk/loop"), home.resolve("paper"));
        var outside = append(home.resolve("outside/" + SECOND + ".log"), "call b 10 5 2026-06-01T10:00:00Z");
        Files.createSymbolicLink(home.resolve("paper/desk/" + SECOND + ".log"), outside);
        Files.createSymbolicLink(home.resolve("paper/out"), home.resolve("outside"));

        assertThat(desk.refresh()).extracting(session -> session.key().id()).containsExactly(FIRST);
    }

    @Test
    void a_root_may_be_a_link_itself_and_counts_once_however_it_is_reached() throws IOException {
        Files.move(home.resolve("paper"), home.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve("paper"), home.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve("paper-archive"), home.resolve("elsewhere"));

        var session = desk.refresh().getFirst();

        assertThat(session.path()).isEqualTo(desk.paper(FIRST).toString());
        assertThat(session.log().archived()).isFalse();
        append(desk.paper(FIRST), "call b 10 5 2026-06-01T10:00:00Z");
        assertThat(desk.index.look(session.key()).orElseThrow().tokensSoFar()).contains(30L);
    }

    @Test
    void a_pipe_or_a_folder_with_the_name_of_a_log_is_passed_by() throws Exception {
        Files.createDirectories(home.resolve("paper/desk/33333333-3333-4333-8333-333333333333.log"));
        pipe(home.resolve("paper/desk/" + SECOND + ".log"));

        assertThat(desk.refresh()).extracting(session -> session.key().id()).containsExactly(FIRST);
    }

    @Test
    void a_log_that_has_become_a_pipe_is_not_waited_for() throws Exception {
        var before = desk.refresh().getFirst();
        Files.delete(desk.paper(FIRST));
        pipe(desk.paper(FIRST));

        var session = desk.index.look(before.key()).orElseThrow();

        assertThat(session.usage()).isEqualTo(before.usage());
        assertThat(session.log().gone()).isTrue();
        assertThat(desk.refresh()).containsExactly(session);
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void a_folder_that_may_not_be_read_hides_its_logs_but_does_not_end_them() throws IOException {
        var folder = desk.paper(FIRST).getParent();
        var before = desk.refresh();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
        try {
            assertThat(desk.refresh()).isEqualTo(before);
            assertThat(desk.index.look(before.getFirst().key())).contains(before.getFirst());
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void a_log_that_may_not_be_read_is_unknown_until_it_may() throws IOException {
        desk.refresh();
        append(desk.paper(FIRST), "call b 10 5 2026-06-01T10:00:00Z");
        Files.setPosixFilePermissions(desk.paper(FIRST), PosixFilePermissions.fromString("---------"));
        var hidden = desk.refresh().getFirst();
        assertThat(hidden.unreadable()).contains("AccessDenied");
        assertThat(hidden.tokensSoFar()).contains(15L);

        Files.setPosixFilePermissions(desk.paper(FIRST), PosixFilePermissions.fromString("rw-------"));
        assertThat(desk.refresh().getFirst().tokensSoFar()).contains(30L);
    }

    @Test
    void a_cancelled_first_reading_goes_on_later_where_it_was() {
        writeMuch();
        var asked = new AtomicInteger();
        assertThatThrownBy(() -> desk.index.refresh(cancelledAfter(asked, 3_000)))
                .isInstanceOf(CancellationException.class);

        assertThat(desk.refresh()).hasSize(41);
        assertThat(desk.index.known()).allMatch(session -> session.tokensSoFar().orElseThrow() == 15);
    }

    @Test
    void a_long_first_reading_says_how_far_it_is() {
        writeMuch();
        var fractions = new ArrayList<Double>();
        desk.index.refresh(new Progress() {
            @Override
            public void report(Wording step, double fraction) {
                fractions.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });

        assertThat(fractions).isSorted().hasSizeGreaterThan(10).allMatch(each -> each > 0 && each <= 1);
        assertThat(fractions.getLast()).isEqualTo(1);
    }

    /** More than is read with one thread. */
    private void writeMuch() {
        for (int i = 0; i < 40; i++) {
            Desk.appendRaw(
                    desk.paper("%08d-0000-4000-8000-000000000000".formatted(i)),
                    "call a%d 10 5 2026-06-01T10:00:00Z\n".formatted(i).repeat(200) + "blah ".repeat(30_000) + "\n");
        }
    }

    private static Progress cancelledAfter(AtomicInteger asked, int times) {
        return new Progress() {
            @Override
            public void report(Wording step, double fraction) {}

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > times;
            }
        };
    }

    private static void pipe(Path path) throws Exception {
        Process made;
        try {
            made = new ProcessBuilder("mkfifo", path.toString()).start();
        } catch (IOException e) {
            assumeTrue(false, "no mkfifo here");
            return;
        }
        assertThat(made.waitFor()).isZero();
    }
}

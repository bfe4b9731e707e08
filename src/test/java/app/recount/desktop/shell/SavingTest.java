package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.Desks;
import app.recount.text.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {

    private static final byte[] CONTENT = "a,b\r\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Notices notices = new Notices();

    @AutoClose
    private final Background background = new Background(window::add, notices::show);

    private Optional<Path> chosen = Optional.empty();
    private Saving saving;

    @BeforeEach
    void open() {
        saving = new Saving(
                Desks.in(folder, background, notices, new AnsweredDialogs(name -> chosen)), "sessions.saved");
    }

    @Test
    void the_file_is_written_and_it_is_said_where() throws Exception {
        chosen = Optional.of(folder.resolve("sessions.csv"));

        saving.save("Save", "sessions.csv", () -> CONTENT);

        assertThat(new Texts().say(notice().message())).isEqualTo("Saved as ~/sessions.csv.");
        assertThat(folder.resolve("sessions.csv")).hasBinaryContent(CONTENT);
    }

    @Test
    void content_that_takes_long_is_made_off_the_windows_thread() throws Exception {
        chosen = Optional.of(folder.resolve("runs.yaml"));
        var here = Thread.currentThread();

        saving.saveLong("Save", "runs.yaml", progress -> Thread.currentThread() == here ? new byte[0] : CONTENT);

        assertThat(new Texts().say(notice().message())).isEqualTo("Saved as ~/runs.yaml.");
        assertThat(folder.resolve("runs.yaml")).hasBinaryContent(CONTENT);
    }

    @Test
    void what_cannot_be_written_is_a_problem() throws Exception {
        chosen = Optional.of(folder.resolve("missing/sessions.csv"));

        saving.save("Save", "sessions.csv", () -> CONTENT);

        assertThat(notice().code()).contains("FILE_NOT_WRITABLE");
    }

    @Test
    void where_no_place_is_chosen_nothing_is_made() {
        var made = new AtomicBoolean();

        saving.save("Save", "sessions.csv", () -> {
            made.set(true);
            return CONTENT;
        });

        assertThat(made).isFalse();
        assertThat(notices.standing()).isEmpty();
    }

    /** Does what waits for the window's thread until something is said. */
    private Notice notice() throws InterruptedException {
        while (notices.standing().isEmpty()) {
            var next = window.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("something is said").isNotNull();
            next.run();
        }
        return notices.standing().getFirst();
    }
}

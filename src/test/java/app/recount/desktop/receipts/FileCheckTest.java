package app.recount.desktop.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.Desks;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.FileDialogs;
import app.recount.desktop.shell.Notice;
import app.recount.desktop.shell.Notices;
import app.recount.desktop.widget.Status;
import app.recount.payload.Digest;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a log that came from elsewhere. */
class FileCheckTest {

    @TempDir
    Path folder;

    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final Notices notices = new Notices();
    private final CompletableFuture<Notice> said = new CompletableFuture<>();
    private final Background background = new Background(window, notices::show);

    @AfterEach
    void close() {
        background.close();
        window.shutdownNow();
    }

    private Notice check(Path file) throws Exception {
        notices.standing().addListener((ListChangeListener<Notice>)
                change -> said.complete(notices.standing().getFirst()));
        var desk = Desks.in(folder, background, notices, new Chosen(file));
        window.execute(new FileCheck(desk)::choose);
        return said.get(60, TimeUnit.SECONDS);
    }

    /** An entry made by the documented rule. */
    private Path log() throws IOException {
        var unsigned =
                "{\"number\":1,\"time\":\"2026-06-12T09:30:00.000Z\",\"kind\":\"declined\",\"reason\":\"No.\",\"previous\":null}";
        var line = unsigned.replaceFirst("}$", ",\"hash\":\"" + Digest.of(unsigned.getBytes(UTF_8)) + "\"}");
        return Files.writeString(folder.resolve("other.jsonl"), line + "\n");
    }

    @Test
    void a_log_that_holds_is_named_with_what_the_file_alone_cannot_show() throws Exception {
        var notice = check(log());

        assertThat(notice.status()).isEqualTo(Status.GOOD);
        assertThat(new Texts().say(notice.message()))
                .startsWith("Chain verified. 1 of 1 receipts")
                .contains(Path.of("~", "other.jsonl").toString(), "missing after its last one");
    }

    @Test
    void a_log_that_was_changed_is_broken() throws Exception {
        var log = log();
        Files.writeString(log, Files.readString(log).replace("No.", "Yes"));

        var notice = check(log);

        assertThat(notice.status()).isEqualTo(Status.FAILURE);
        assertThat(new Texts().say(notice.message())).startsWith("The chain is broken at line 1.");
    }

    @Test
    void what_cannot_be_read_is_a_problem() throws Exception {
        assertThat(check(folder.resolve("none.jsonl")).code()).contains("RECEIPTS_FILE_UNUSABLE");
    }

    private record Chosen(Path file) implements FileDialogs {
        @Override
        public Optional<Path> openDatabase() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> open(String title, String ending) {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> chooseFolder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName) {
            return Optional.empty();
        }
    }
}

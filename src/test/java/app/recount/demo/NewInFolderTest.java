package app.recount.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewInFolderTest {

    @TempDir
    Path parent;

    @Test
    void what_somebody_else_puts_there_meanwhile_stays() throws IOException {
        var folder = parent.resolve("new/demo");
        var seal = folder.resolve("seal.json");
        var home = folder.resolve("home");

        try (var _ = NewInFolder.of(folder, Stream.of(seal, home))) {
            Files.createDirectories(home);
            Files.writeString(home.resolve("log.jsonl"), "{}");
            Files.writeString(seal, "{}");
            Files.writeString(folder.resolve("letter.txt"), "dear");
        }

        assertThat(folder)
                .isDirectoryContaining("glob:**letter.txt")
                .isDirectoryNotContaining("glob:**{seal.json,home}");
    }

    @Test
    void what_was_there_before_stays_and_what_is_kept_does() throws IOException {
        var seal = Files.writeString(parent.resolve("seal.json"), "{}");
        var home = parent.resolve("home");

        try (var _ = NewInFolder.of(parent, Stream.of(seal, home))) {
            Files.writeString(seal, "{ }");
        }
        assertThat(seal).exists();

        try (var made = NewInFolder.of(parent, Stream.of(home))) {
            Files.createDirectories(home);
            made.keep();
        }
        assertThat(home).exists();
    }
}

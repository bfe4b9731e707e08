package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synopses and option tables of {@code docs/cli.md} come from the commands; {@code -Drecount.rewrite=true} writes them anew. */
class CliPageTest {

    private static final Path FILE = Path.of("docs/cli.md");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void every_command_has_its_place_on_the_page_once() throws IOException {
        var page = page();

        assertThat(page.blocks())
                .as("each command needs a line “<!-- command: its words -->” and below it “<!-- end -->” in %s", FILE)
                .containsExactlyInAnyOrderElementsOf(page.needed());
    }

    @Test
    void what_stands_there_is_what_the_commands_say() throws IOException {
        var rewritten = page().rewritten();
        if (Boolean.getBoolean("recount.rewrite")) {
            Files.writeString(FILE, rewritten);
        }

        assertThat(Files.readString(FILE))
                .as("mvn test -Dtest=CliPageTest -Drecount.rewrite=true writes it anew")
                .isEqualTo(rewritten);
    }

    private CliPage page() throws IOException {
        return new CliPage(Files.readString(FILE), bench.commands());
    }
}

package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePrintTest {

    private static final int SIZE = 20_000;

    @TempDir
    Path folder;

    private Path file;
    private FilePrint print;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(folder.resolve("log"), new byte[SIZE]);
        print = of(SIZE);
    }

    @Test
    void what_is_appended_changes_nothing() throws IOException {
        Files.writeString(file, "more", StandardOpenOption.APPEND);
        assertThat(print.fits(file, SIZE)).isTrue();
        assertThat(of(SIZE)).isEqualTo(print);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4_095, SIZE - 4_096, SIZE - 1})
    void another_byte_at_the_start_or_before_the_end_is_seen(int at) throws IOException {
        var bytes = new byte[SIZE];
        bytes[at] = 1;
        Files.write(file, bytes);
        assertThat(print.fits(file, SIZE)).isFalse();
    }

    @Test
    void a_shorter_file_fits_nothing_that_was_read_of_it() throws IOException {
        Files.write(file, new byte[SIZE - 1]);
        assertThat(print.fits(file, SIZE)).isFalse();
        assertThat(of(SIZE)).as("taken while it became shorter").isEqualTo(FilePrint.NONE);
        assertThat(FilePrint.NONE.fits(file, SIZE)).isFalse();
    }

    @Test
    void what_nothing_was_read_of_goes_on() throws IOException {
        assertThat(FilePrint.NONE.fits(file, 0)).isTrue();
    }

    private FilePrint of(long upTo) throws IOException {
        try (var channel = LogFile.open(file)) {
            return FilePrint.of(channel, upTo);
        }
    }
}

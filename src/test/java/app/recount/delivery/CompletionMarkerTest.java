package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.delivery.MarkerState.Kind;
import app.recount.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionMarkerTest {

    private static final Marker MARKER = new Marker(
            Instant.parse("2026-06-01T10:00:00Z"),
            LocalDate.parse("2026-05-29"),
            214,
            "3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77",
            2);

    @TempDir
    Path folder;

    private CompletionMarker file;

    @BeforeEach
    void choose() {
        file = new CompletionMarker(folder.resolve("backfill.json"));
    }

    private Kind kind(String text, int version) throws IOException {
        Files.writeString(file.file(), text);
        return file.read(version).kind();
    }

    @Test
    void it_is_written_in_claude_mems_exact_form() {
        file.write(MARKER);
        assertThat(file.file()).hasBinaryContent("""
                {
                  "completedAt": "2026-06-01T10:00:00.000Z",
                  "throughDay": "2026-05-29",
                  "eventCount": 214,
                  "installId": "3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77",
                  "version": 2
                }
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(folder.toFile().list()).containsExactly("backfill.json");
    }

    @Test
    void times_have_three_decimals_and_are_cut_and_not_rounded() throws IOException {
        file.write(new Marker(Instant.parse("2026-06-01T10:00:00.9999999Z"), MARKER.throughDay(), 0, "i", 3));
        assertThat(Files.readString(file.file())).contains("\"2026-06-01T10:00:00.999Z\"");
    }

    @Test
    void what_was_written_counts_as_complete_for_its_version_and_older_ones() {
        file.write(MARKER);
        assertThat(file.read(1).kind()).isEqualTo(Kind.CURRENT);
        assertThat(file.read(2).kind()).isEqualTo(Kind.CURRENT);
        assertThat(file.read(3).kind()).isEqualTo(Kind.OLDER);
        assertThat(file.says(MARKER)).isTrue();
    }

    @Test
    void it_says_something_else_when_anything_but_the_time_differs() {
        file.write(MARKER);
        assertThat(file.says(new Marker(Instant.EPOCH, MARKER.throughDay(), 214, MARKER.installId(), 2)))
                .isTrue();
        assertThat(file.says(new Marker(Instant.EPOCH, MARKER.throughDay(), 213, MARKER.installId(), 2)))
                .isFalse();
        assertThat(file.says(new Marker(Instant.EPOCH, MARKER.throughDay(), 214, "other", 2)))
                .isFalse();
        assertThat(file.says(new Marker(Instant.EPOCH, MARKER.throughDay(), 214, MARKER.installId(), 3)))
                .isFalse();
        assertThat(file.says(new Marker(Instant.EPOCH, LocalDate.MIN, 214, MARKER.installId(), 2)))
                .isFalse();
    }

    @Test
    void no_file_is_absent() {
        assertThat(file.read(2)).isEqualTo(MarkerState.ABSENT);
        assertThat(file.says(MARKER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":2}",
                "{\"version\":3}",
                "{\"version\":2.5}",
                "{\"version\":2e0}",
                "\uFEFF{\"version\":2}"
            })
    void these_are_complete(String text) throws IOException {
        assertThat(kind(text, 2)).isEqualTo(Kind.CURRENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":1}",
                "{\"version\":1.9}",
                "{\"version\":-2}",
                "{}",
                "{\"eventCount\":3}",
                "{\"version\":\"2\"}",
                "{\"version\":true}",
                "{\"version\":null}",
                "{\"version\":[2]}",
                "null",
                "[]",
                "5",
                "\"x\"",
                "false"
            })
    void these_are_not_complete(String text) throws IOException {
        assertThat(kind(text, 2)).isEqualTo(Kind.OLDER);
    }

    @Test
    void a_marker_without_a_version_is_of_version_1() throws IOException {
        assertThat(kind("{}", 1)).isEqualTo(Kind.CURRENT);
        assertThat(file.read(2).version()).contains("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"version\": 2", "{\"version\":2} x", "version"})
    void what_is_no_json_counts_as_complete_because_claude_mem_counts_it_so(String text) throws IOException {
        assertThat(kind(text, 2)).isEqualTo(Kind.UNREADABLE);
        assertThat(file.read(2).content()).contains(text);
    }

    @Test
    void a_directory_of_that_name_is_unreadable_and_cannot_be_written() throws IOException {
        Files.createDirectory(file.file());
        Files.writeString(file.file().resolve("x"), "");
        assertThat(file.read(2).kind()).isEqualTo(Kind.UNREADABLE);
        assertThatThrownBy(() -> file.write(MARKER))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("MARKER_NOT_WRITTEN"));
        assertThat(folder.toFile().list()).containsExactly("backfill.json");
    }
}

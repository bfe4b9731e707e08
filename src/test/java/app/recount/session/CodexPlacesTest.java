package app.recount.session;

import static app.recount.session.CodexLines.PARENT;
import static app.recount.session.CodexLines.event;
import static app.recount.session.CodexLines.meta;
import static app.recount.session.CodexLines.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.session.AgentTool.LogName;
import app.recount.store.Environment;
import app.recount.text.Texts;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Codex's logs lie, and how it compresses them. */
class CodexPlacesTest {

    private static final AgentTool CODEX = new Codex();
    private static final Path SESSIONS = Path.of("/home/dev/.codex/sessions");
    private static final Path ARCHIVE = Path.of("/home/dev/.codex/archived_sessions");
    private static final String NAME = "rollout-2026-06-05T23-00-00-" + PARENT + ".jsonl";

    @TempDir
    private Path root;

    private static Optional<LogName> at(Path root, String place) {
        return CODEX.recognise(root, root.resolve(place));
    }

    @Test
    void sessions_and_their_archive_are_searched() {
        assertThat(CODEX.roots(new Environment(Map.of(), Path.of("/home/dev"), "linux")))
                .containsExactly(SESSIONS, ARCHIVE);
        assertThat(CODEX.roots(new Environment(Map.of("CODEX_HOME", "~/c"), Path.of("/home/dev"), "linux")))
                .containsExactly(Path.of("/home/dev/c/sessions"), Path.of("/home/dev/c/archived_sessions"));
    }

    @Test
    void the_last_uuid_of_the_name_is_the_session() {
        var twice = "2026/06/05/rollout-6e55d2b5-ac61-4138-af31-b91f8a82357f-" + PARENT + ".jsonl";
        assertThat(at(SESSIONS, twice)).map(LogName::session).contains(PARENT);
    }

    @Test
    void plain_compressed_and_archived_are_one_content() {
        var names = java.util.List.of(
                at(SESSIONS, "2026/06/05/" + NAME).orElseThrow(),
                at(SESSIONS, "2026/06/05/" + NAME + ".zst").orElseThrow(),
                at(ARCHIVE, NAME).orElseThrow(),
                at(ARCHIVE, NAME + ".zst").orElseThrow());
        assertThat(names).extracting(LogName::content).containsOnly(NAME);
        assertThat(names).extracting(LogName::compressed).containsExactly(false, true, false, true);
        assertThat(names).extracting(LogName::archived).containsExactly(false, false, true, true);
        assertThat(names).extracting(LogName::session).containsOnly(PARENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {NAME, "2026/06/" + NAME, "2026/06/05/x/" + NAME, "2026/06/05/session.jsonl"})
    void other_places_and_names_are_no_logs(String place) {
        assertThat(at(SESSIONS, place)).isEmpty();
    }

    @Test
    void the_archive_is_flat() {
        assertThat(at(ARCHIVE, "2026/06/05/" + NAME)).isEmpty();
    }

    @Test
    void a_compressed_log_counts_as_the_plain_one_did() throws IOException {
        var text = String.join("\n", meta(PARENT, ""), event(10, 1, 10, 1), event(30, 3, 20, 2), "");
        var plain = ReadLog.of(CODEX, root, ReadLog.write(root, place(PARENT), text));
        var compressed = readCompressed(zstd(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(compressed.entries()).isEqualTo(plain.entries());
        assertThat(compressed.part().facts()).isEqualTo(plain.part().facts());
        assertThat(compressed.part().whole()).isTrue();
        assertThat(plain.part().whole()).isFalse();
    }

    @Test
    void a_compressed_log_of_several_frames_is_read_to_its_end() throws IOException {
        var both = new ByteArrayOutputStream();
        both.write(zstd((event(10, 1, 10, 1) + "\n").getBytes(StandardCharsets.UTF_8)));
        both.write(zstd((event(30, 3, 20, 2) + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(readCompressed(both.toByteArray()).entries()).hasSize(2);
    }

    @Test
    void a_compressed_log_that_ends_early_cannot_be_read() throws IOException {
        var bytes = zstd(event(10, 1, 10, 1).repeat(2_000).getBytes(StandardCharsets.UTF_8));
        for (var length : new int[] {1, 3, 10, bytes.length / 2, bytes.length - 1}) {
            assertThatThrownBy(() -> readCompressed(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(LogUnreadableException.class);
        }
    }

    @Test
    void what_is_not_zstd_cannot_be_read() {
        assertThatThrownBy(() -> readCompressed("{\"type\":\"session_meta\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LogUnreadableException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void what_unpacks_to_far_more_than_any_log_is_given_up() throws IOException {
        var nothing = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStream(nothing)) {
            var zeroes = new byte[1 << 20];
            for (var i = 0; i < 80; i++) {
                out.write(zeroes);
            }
        }
        assertThatThrownBy(() -> readCompressed(nothing.toByteArray()))
                .isInstanceOfSatisfying(
                        LogUnreadableException.class,
                        told -> assertThat(new Texts().say(told.reason())).isEqualTo("It unpacks to more than 64 MB."));
    }

    private ReadLog readCompressed(byte[] bytes) throws IOException {
        var file = root.resolve(place(PARENT) + ".zst");
        Files.createDirectories(file.getParent());
        return ReadLog.of(CODEX, root, Files.write(file, bytes));
    }

    private static byte[] zstd(byte[] bytes) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }
}

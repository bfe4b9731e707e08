package app.recount.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.delivery.Receipt.Kind;
import app.recount.payload.Digest;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T10:00:00.123456Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private static final Texts TEXTS = new Texts();

    private RecountHome home;

    @AutoClose
    private RecountStore store;

    private ReceiptLog log;

    @BeforeEach
    void open() {
        home = RecountHome.at(folder);
        store = new RecountStore(home);
        log = new ReceiptLog(home, store, CLOCK, TEXTS);
    }

    private static Receipt.Subject subject() {
        return new Receipt.Subject(
                Digest.of("body".getBytes(UTF_8)),
                "https://us.i.posthog.com/batch/",
                "/home/ä/.claude-mem",
                "install",
                4,
                LocalDate.parse("2026-05-04"),
                LocalDate.parse("2026-05-29"),
                2,
                "1",
                Digest.of("text".getBytes(UTF_8)));
    }

    private void write(Kind... kinds) {
        for (var kind : kinds) {
            log.append(ReceiptEntry.of(kind, subject()));
        }
    }

    private void edit(Consumer<List<String>> change) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(home.receipts()));
        change.accept(lines);
        Files.write(home.receipts(), lines);
    }

    private static String falsified(String line) {
        return line.replace("\"events\":4", "\"events\":5");
    }

    private void assertIntact(int entries) {
        assertThat(log.verify())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.entries()).isEqualTo(entries));
    }

    private void assertBrokenAt(int line) {
        assertThat(log.verify())
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> assertThat(broken.line()).isEqualTo(line));
    }

    @Test
    void an_entry_reads_back_as_it_was_written() {
        var part = new Receipt.Part(
                Digest.of("part".getBytes(UTF_8)),
                4,
                999,
                Optional.of(200),
                "{\"status\":\"Ok\"}\u007f\u2028 ü 😀",
                2,
                31);
        log.append(ReceiptEntry.of(Kind.APPROVED, subject()));
        var written = log.append(ReceiptEntry.of(Kind.ANSWER, subject())
                .because(Wording.verbatim("a reason"))
                .ended("delivered", List.of(part)));

        assertThat(log.list()).hasSize(2).last().isEqualTo(written);
        assertThat(written.number()).isEqualTo(2);
        assertThat(written.time()).isEqualTo(Instant.parse("2026-06-01T10:00:00.123Z"));
        assertThat(written.subject()).contains(subject());
        assertThat(written.outcome()).contains("delivered");
        assertThat(written.reason()).contains("a reason");
        assertThat(written.parts()).containsExactly(part);
        assertThat(written.previous()).contains(log.list().getFirst().hash());
    }

    @Test
    void an_empty_log_is_intact() {
        assertThat(log.list()).isEmpty();
        assertThat(log.verify()).isEqualTo(new Verification.Intact(0, Optional.empty(), List.of()));
    }

    @Test
    @Proves(Promise.READABLE_BY_YOU)
    void only_the_user_may_read_it() throws IOException {
        write(Kind.APPROVED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.receipts())))
                .isEqualTo("rw-------");
    }

    @Test
    void anybody_can_check_an_entry_with_the_commands_that_the_documentation_names() throws Exception {
        write(Kind.APPROVED, Kind.SENT);

        var sum =
                run("sed -n 1p receipts.jsonl | sed 's/,\"hash\":\"sha256:[0-9a-f]*\"}$/}/' | tr -d '\\n' | sha256sum");

        assertThat("sha256:" + sum.substring(0, 64))
                .isEqualTo(log.list().getFirst().hash().toString())
                .isEqualTo(log.list().getLast().previous().orElseThrow().toString());
    }

    private String run(String command) throws Exception {
        var process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    @Test
    @Proves(Promise.CHAINED_RECEIPTS)
    void a_changed_line_is_found() throws IOException {
        write(Kind.APPROVED, Kind.SENT, Kind.MARKER_WRITTEN);
        edit(lines -> lines.set(1, falsified(lines.get(1))));

        assertBrokenAt(2);
        assertThat(log.list()).hasSize(2);
    }

    @Test
    void a_line_that_was_changed_and_hashed_anew_is_found_at_the_one_after_it() throws IOException {
        write(Kind.APPROVED, Kind.SENT, Kind.MARKER_WRITTEN);
        edit(lines -> lines.set(1, rehashed(falsified(lines.get(1)))));

        assertBrokenAt(3);
    }

    @Test
    @Proves(Promise.CHAINED_RECEIPTS)
    void even_a_last_line_that_was_changed_and_hashed_anew_is_found_on_this_machine() throws IOException {
        write(Kind.APPROVED, Kind.SENT);
        edit(lines -> lines.set(1, rehashed(falsified(lines.get(1)))));

        assertThat(log.verify()).isInstanceOf(Verification.Cut.class);
    }

    private static String rehashed(String line) {
        var unsigned = line.replaceFirst(",\"hash\":\"[^\"]*\"}$", "}");
        return unsigned.replaceFirst("}$", ",\"hash\":\"" + Digest.of(unsigned.getBytes(UTF_8)) + "\"}");
    }

    @Test
    @Proves(Promise.CHAINED_RECEIPTS)
    void a_missing_line_in_the_middle_is_found() throws IOException {
        write(Kind.APPROVED, Kind.SENT, Kind.MARKER_WRITTEN);
        edit(lines -> lines.remove(1));

        assertBrokenAt(2);
    }

    @Test
    @Proves(Promise.CHAINED_RECEIPTS)
    void a_missing_first_line_is_found() throws IOException {
        write(Kind.APPROVED, Kind.SENT);
        edit(List::removeFirst);

        assertBrokenAt(1);
    }

    @Test
    @Proves(Promise.CHAINED_RECEIPTS)
    void lines_that_were_rearranged_are_found() throws IOException {
        write(Kind.APPROVED, Kind.SENT, Kind.MARKER_WRITTEN);
        edit(lines -> Collections.swap(lines, 1, 2));

        assertBrokenAt(2);
    }

    @Test
    void an_empty_line_is_found() throws IOException {
        write(Kind.APPROVED, Kind.SENT);
        edit(lines -> lines.add(1, ""));

        assertBrokenAt(2);
    }

    @Test
    @Proves(Promise.CHAINED_RECEIPTS)
    void a_cut_end_is_noticed() throws IOException {
        write(Kind.APPROVED, Kind.SENT, Kind.MARKER_WRITTEN);
        edit(List::removeLast);

        assertThat(log.verify()).isInstanceOfSatisfying(Verification.Cut.class, cut -> {
            assertThat(cut.entries()).isEqualTo(2);
            assertThat(cut.remembered()).isEqualTo(3);
            assertThat(TEXTS.say(cut.why())).isEqualTo("There were 3 entries, and 2 are left.");
        });
    }

    @Test
    @Proves(Promise.CHAINED_RECEIPTS)
    void a_log_that_is_gone_is_noticed() throws IOException {
        write(Kind.APPROVED);
        Files.delete(home.receipts());

        assertThat(log.verify()).isInstanceOf(Verification.Cut.class);
    }

    @Test
    void a_cut_end_is_not_forgotten_when_further_entries_follow() throws IOException {
        write(Kind.APPROVED, Kind.SENT, Kind.MARKER_WRITTEN);
        edit(lines -> lines.subList(1, 3).clear());

        write(Kind.APPROVED, Kind.SENT);

        var said = "There were 3 entries, and 1 are left.";
        assertThat(log.verify())
                .isInstanceOfSatisfying(
                        Verification.Cut.class,
                        cut -> assertThat(TEXTS.say(cut.why())).isEqualTo(said));
        assertThat(log.list().stream().map(Receipt::kind))
                .containsExactly(Kind.APPROVED, Kind.MENDED, Kind.APPROVED, Kind.SENT);
        assertThat(log.list().get(1).reason()).contains(said);
    }

    @Test
    void an_entry_that_recount_db_has_not_heard_of_is_no_fault() throws IOException {
        write(Kind.APPROVED);
        // as if the program had ended between the log and recount.db
        var second = ReceiptJson.line(
                ReceiptEntry.of(Kind.SENT, subject()),
                2,
                CLOCK.instant(),
                Optional.of(log.list().getFirst().hash()),
                TEXTS);
        Files.writeString(home.receipts(), second + "\n", StandardOpenOption.APPEND);

        assertIntact(2);
        write(Kind.MARKER_WRITTEN);
        assertIntact(3);
    }

    @Test
    void a_torn_entry_is_set_aside_and_neither_loses_nor_falsifies_anything() throws IOException {
        write(Kind.APPROVED);
        Files.writeString(home.receipts(), "{\"number\":2,\"time\":\"2026", StandardOpenOption.APPEND);

        assertThat(log.verify()).isInstanceOfSatisfying(Verification.Intact.class, intact -> {
            assertThat(intact.entries()).isEqualTo(1);
            assertThat(intact.notes())
                    .extracting(TEXTS::say)
                    .singleElement()
                    .asString()
                    .contains("torn");
        });
        assertThat(log.list()).hasSize(1);

        write(Kind.SENT);

        assertThat(log.list().stream().map(Receipt::kind)).containsExactly(Kind.APPROVED, Kind.MENDED, Kind.SENT);
        assertThat(log.verify())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.notes()).hasSize(1));
        assertThat(folder.resolve("receipts.jsonl.torn-1")).hasContent("{\"number\":2,\"time\":\"2026");
    }

    @Test
    void half_files_of_one_that_was_killed_go_with_the_next_entry() throws IOException {
        Files.writeString(folder.resolve(".receipts.jsonl.3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77.tmp"), "");
        write(Kind.APPROVED);
        Files.writeString(home.receipts(), "{\"number\":2", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve(".receipts.jsonl.torn-1.3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77.tmp"), "{");

        write(Kind.SENT);

        assertThat(folder.toFile().list()).contains("receipts.jsonl.torn-1").noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void an_entry_that_lost_only_its_newline_is_a_whole_one() throws IOException {
        write(Kind.APPROVED, Kind.SENT);
        var text = Files.readString(home.receipts());
        Files.writeString(home.receipts(), text.substring(0, text.length() - 1));

        write(Kind.MARKER_WRITTEN);

        assertThat(log.list().stream().map(Receipt::kind))
                .containsExactly(Kind.APPROVED, Kind.SENT, Kind.MARKER_WRITTEN);
        assertThat(log.verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void entries_after_a_broken_line_do_not_hide_it() throws IOException {
        write(Kind.APPROVED, Kind.SENT);
        edit(lines -> lines.set(0, falsified(lines.get(0))));

        write(Kind.MARKER_WRITTEN);

        assertBrokenAt(1);
    }

    @Test
    void many_threads_append_without_losing_or_forking() throws Exception {
        Callable<Void> work = () -> {
            write(Kind.APPROVED, Kind.SENT, Kind.ANSWER);
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, work))) {
                done.get();
            }
        }
        assertThat(log.list().stream().map(Receipt::number))
                .isEqualTo(IntStream.rangeClosed(1, 12).mapToObj(Long::valueOf).toList());
        assertThat(log.verify()).isInstanceOf(Verification.Intact.class);
    }
}

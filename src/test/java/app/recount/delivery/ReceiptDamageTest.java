package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.faults.Points;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log cut, rearranged and rewritten anywhere: it shows, in the file itself or, where only the end is gone, against recount.db. */
class ReceiptDamageTest {

    private static final int ENTRIES = 8;

    @TempDir
    Path folder;

    private RecountHome home;
    private RecountStore store;
    private ReceiptLog log;
    private byte[] whole;

    @BeforeEach
    void write_some() throws IOException {
        home = RecountHome.at(folder);
        store = new RecountStore(home);
        log = new ReceiptLog(home, store, Clock.systemUTC(), new Texts());
        for (int i = 0; i < ENTRIES; i++) {
            log.append(ReceiptEntry.note(Receipt.Kind.DECLINED, Wording.verbatim("no “%d”".formatted(i))));
        }
        whole = Files.readAllBytes(home.receipts());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void bytes_that_were_changed() throws Exception {
        damage(Points.few("receipts rewritten", 150), this::rewritten);
    }

    @Test
    @Tag("stress")
    void many_bytes_that_were_changed() throws Exception {
        damage(Points.many("receipts rewritten"), this::rewritten);
    }

    @Test
    void ends_that_were_cut() throws Exception {
        for (int length = 0; length < whole.length - 1; length += 13) {
            Files.write(home.receipts(), Arrays.copyOf(whole, length));
            assertThat(log.verify()).as("%d bytes", length).isInstanceOf(Verification.Cut.class);
        }
        Files.write(home.receipts(), Arrays.copyOf(whole, whole.length - 1));
        assertThat(log.verify()).as("only the newline").isInstanceOf(Verification.Intact.class);
    }

    @Test
    void lines_that_were_rearranged_doubled_or_taken_out() throws Exception {
        damage(Points.few("receipts rearranged", 60), this::rearranged);
    }

    private void damage(Points points, Damage damage) throws Exception {
        points.each((_, random) -> {
            var bytes = damage.of(random);
            Files.write(home.receipts(), bytes);
            assertThat(log.verify()).isNotInstanceOf(Verification.Intact.class);
            assertThat(log.list()).hasSizeLessThanOrEqualTo(2 * ENTRIES);
        });
    }

    @FunctionalInterface
    private interface Damage {
        byte[] of(Random random) throws IOException;
    }

    private byte[] rewritten(Random random) {
        var bytes = whole.clone();
        int at = random.nextInt(bytes.length - 1); // the last newline alone says nothing
        bytes[at] ^= (byte) (1 + random.nextInt(255));
        return bytes;
    }

    private byte[] rearranged(Random random) throws IOException {
        Files.write(home.receipts(), whole);
        var lines = new ArrayList<>(Files.readAllLines(home.receipts()));
        int one = random.nextInt(lines.size());
        int other = (one + 1 + random.nextInt(lines.size() - 1)) % lines.size();
        switch (random.nextInt(4)) {
            case 0 -> Collections.swap(lines, one, other);
            case 1 -> lines.remove(one);
            case 2 -> lines.add(one, lines.get(other));
            default -> lines.add(other, "");
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_clock_that_is_set_back_changes_nothing() {
        log.append(ReceiptEntry.note(Receipt.Kind.DECLINED, Wording.verbatim("now")));
        var before = new ReceiptLog(home, store, Clock.offset(Clock.systemUTC(), Duration.ofDays(-900)), new Texts());
        before.append(ReceiptEntry.note(Receipt.Kind.DECLINED, Wording.verbatim("long ago")));
        assertThat(before.verify()).isInstanceOf(Verification.Intact.class);
        assertThat(List.copyOf(before.list()).getLast().reason()).contains("long ago");
    }

    @Test
    void where_recount_db_was_set_aside_it_is_said_that_a_cut_end_would_not_show() throws IOException {
        store.close();
        Files.writeString(home.database(), "no database".repeat(100));
        Files.deleteIfExists(folder.resolve("recount.db-wal"));
        assertThat(log.verify())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.notes())
                                .extracting(new Texts()::say)
                                .singleElement()
                                .asString()
                                .contains("recount.db.unreadable-1", "does not show"));
    }
}

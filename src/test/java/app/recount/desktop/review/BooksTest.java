package app.recount.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.Blocker;
import app.recount.delivery.MarkerState;
import app.recount.delivery.Outcome;
import app.recount.delivery.Receipt;
import app.recount.payload.Digest;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose receipt names a completion marker. */
class BooksTest {

    private static final Instant WRITTEN = Instant.parse("2026-06-01T10:00:00Z");
    private static final LocalDate THROUGH = LocalDate.parse("2026-05-29");

    private final Texts texts = new Texts();

    private static MarkerStory marker(int events) {
        var content = """
                {"completedAt": "%s", "throughDay": "%s", "eventCount": %d, "installId": "%s", "version": 2}
                """.formatted(WRITTEN, THROUGH, events, Previews.INSTALL_ID);
        return MarkerStory.of(new MarkerState(MarkerState.Kind.CURRENT, Optional.of(content), Optional.of("2")));
    }

    private static Receipt receipt(long number, Receipt.Kind kind, Instant time, Optional<String> reason) {
        return receipt(number, kind, time, Optional.empty(), reason);
    }

    private static Receipt receipt(
            long number, Receipt.Kind kind, Instant time, Optional<String> outcome, Optional<String> reason) {
        return receipt(number, kind, "http://127.0.0.1:4711/batch/", time, outcome, reason);
    }

    private static Receipt receipt(
            long number,
            Receipt.Kind kind,
            String destination,
            Instant time,
            Optional<String> outcome,
            Optional<String> reason) {
        var nothing = Digest.of(new byte[0]);
        var subject = new Receipt.Subject(
                nothing, destination, "home", Previews.INSTALL_ID, 3, Previews.FIRST_DAY, THROUGH, 2, "1", nothing);
        return new Receipt(
                number,
                time,
                kind,
                Optional.of(subject),
                outcome,
                Optional.empty(),
                reason,
                List.of(),
                Optional.empty(),
                nothing,
                "");
    }

    private Receipt no(long number, Instant time, String... sentences) {
        return receipt(
                number,
                Receipt.Kind.DECLINED,
                time,
                Optional.of(String.join(
                        " ", List.of(sentences).stream().map(texts::get).toList())));
    }

    private Optional<Long> author(MarkerStory story, Receipt... receipts) {
        return new Books(Optional.empty(), Optional.empty(), Optional.empty(), List.of(receipts))
                .authorOf(story, texts)
                .map(Receipt::number);
    }

    @Test
    void a_marker_without_events_was_written_by_the_no_that_says_so() {
        var before = no(1, WRITTEN.minusSeconds(60), "receipt.decline.user", "receipt.decline.markerWritten");
        var bare = no(2, WRITTEN.plusMillis(1), "receipt.decline.user");
        var writer = no(3, WRITTEN.plusMillis(2), "receipt.decline.user", "receipt.decline.markerWritten");
        var later = no(4, WRITTEN.plusSeconds(60), "receipt.decline.user", "receipt.decline.markerStood");

        assertThat(author(marker(0), before, bare, writer, later)).contains(3L);
        assertThat(author(marker(0), before, bare, later)).isEmpty();
        assertThat(author(marker(7), before, bare, writer, later)).isEmpty();
    }

    @Test
    void a_marker_without_events_that_no_receipt_tells_of_is_of_the_no_that_was_about_to_write_it() {
        var interrupted = no(1, WRITTEN.minusMillis(2), "receipt.decline.user", "receipt.decline.markerWanted");
        var later = no(2, WRITTEN.plusSeconds(60), "receipt.decline.user");

        assertThat(author(marker(0), interrupted, later)).contains(1L);
        assertThat(author(marker(0), no(1, WRITTEN.plusMillis(1), "receipt.decline.markerWanted")))
                .isEmpty();
    }

    @Test
    void a_no_that_failed_is_no_author_of_the_marker_that_it_was_about_to_write() {
        var begun = no(1, WRITTEN.minusMillis(2), "receipt.decline.user", "receipt.decline.markerWanted");
        var failed = receipt(
                2, Receipt.Kind.DECLINED, WRITTEN.minusMillis(1), Optional.of(Receipt.FAILED), Optional.of("No room."));

        assertThat(author(marker(0), begun, failed)).isEmpty();
    }

    @Test
    void what_was_declined_after_a_delivery_and_what_was_sent_elsewhere_is_no_part_of_it() {
        var refused = Optional.of("refused");
        var books = new Books(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        to("here", 1, Receipt.Kind.APPROVED, Optional.empty()),
                        to("elsewhere", 2, Receipt.Kind.APPROVED, Optional.empty()),
                        to("elsewhere", 3, Receipt.Kind.SENT, Optional.empty()),
                        to("elsewhere", 4, Receipt.Kind.ANSWER, refused),
                        to("here", 5, Receipt.Kind.SENT, Optional.empty()),
                        to("here", 6, Receipt.Kind.ANSWER, refused),
                        to("here", 7, Receipt.Kind.DECLINED, Optional.empty()),
                        to("here", 8, Receipt.Kind.DECLINED, Optional.of(Receipt.DONE))));
        var outcome = new Outcome.NothingToDo(
                Digest.of(new byte[0]), 3, Blocker.MARKER_CURRENT, Wording.verbatim("It is complete."));

        assertThat(books.of(outcome)).extracting(Receipt::number).containsExactly(1L, 5L, 6L);
    }

    private static Receipt to(String destination, long number, Receipt.Kind kind, Optional<String> outcome) {
        return receipt(number, kind, destination, WRITTEN.plusSeconds(number), outcome, Optional.empty());
    }

    @Test
    void a_delivery_is_no_author_of_a_marker_without_events() {
        var delivered = receipt(1, Receipt.Kind.MARKER_WRITTEN, WRITTEN, Optional.empty());

        assertThat(author(marker(7), delivered)).contains(1L);
        assertThat(author(marker(0), delivered)).isEmpty();
    }
}

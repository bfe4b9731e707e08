package app.recount.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.consent.ReviewText;
import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Blocker;
import app.recount.delivery.MarkerState;
import app.recount.delivery.Outcome;
import app.recount.delivery.WaitingDelivery;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewModelTest {

    private static final Instant NOW = Instant.parse("2026-06-12T09:31:00Z");

    private final SimpleObjectProperty<Optional<BackfillPreview>> preview =
            new SimpleObjectProperty<>(Optional.empty());
    private final SimpleBooleanProperty reading = new SimpleBooleanProperty();
    private final ReviewText text = ReviewText.from(new Texts());
    private final ReviewModel model = new ReviewModel(preview, reading, text);

    @BeforeEach
    void nothingIsOnRecord() {
        model.books()
                .set(new BooksState.Known(new Books(Optional.empty(), Optional.empty(), Optional.empty(), List.of())));
    }

    @Test
    void nothing_can_be_sent_before_anything_was_read() {
        assertThat(model.state().get()).isEqualTo(new ReviewState.NothingRead());
        assertThat(model.inertia().get()).contains(Inertia.NOTHING_READ);
    }

    @Test
    @Proves(Promise.LOOKED_FIRST)
    void send_sleeps_until_the_payload_was_looked_at() {
        var shown = show(Previews.days(28));
        assertThat(model.state().get()).isEqualTo(new ReviewState.Ready(shown));
        assertThat(model.inertia().get()).contains(Inertia.NOT_LOOKED_AT);

        model.openPayload();

        assertThat(model.hasLooked()).isTrue();
        assertThat(model.inertia().get()).isEmpty();
    }

    @Test
    @Proves(Promise.LOOKED_FIRST)
    void a_payload_that_changed_meanwhile_wants_another_look() {
        show(Previews.days(28));
        model.openPayload();

        show(Previews.days(29));

        assertThat(model.hasLooked()).isFalse();
        assertThat(model.inertia().get()).contains(Inertia.CHANGED_SINCE_LOOK);
    }

    @Test
    @Proves(Promise.LOOKED_FIRST)
    void sending_without_location_changes_the_bytes_and_makes_send_inert_again() {
        show(Previews.days(28));
        model.openPayload();
        reading.set(true);
        assertThat(model.inertia().get()).contains(Inertia.SEALING);

        show(Previews.days(28).sealedWithoutLocation());
        reading.set(false);
        assertThat(model.inertia().get()).contains(Inertia.CHANGED_SINCE_LOOK);

        model.openPayload();
        assertThat(model.inertia().get()).isEmpty();
    }

    @Test
    @Proves(Promise.LOOKED_FIRST)
    void the_same_bytes_for_another_destination_want_another_look() {
        var before = show(Previews.days(28));
        model.openPayload();

        var after = show(Previews.days(28).to("https://eu.i.posthog.com"));

        assertThat(after.sealed().digest()).isEqualTo(before.sealed().digest());
        assertThat(model.inertia().get()).contains(Inertia.CHANGED_SINCE_LOOK);
    }

    @Test
    void the_same_bytes_read_again_keep_the_look() {
        show(Previews.days(28));
        model.openPayload();

        show(Previews.days(28));

        assertThat(model.inertia().get()).isEmpty();
    }

    @Test
    void a_closed_gate_keeps_send_inert_whatever_was_looked_at() {
        var blocked = show(Previews.days(28).blocked(Blocker.NO_API_KEY));
        model.openPayload();

        assertThat(model.state().get()).isEqualTo(new ReviewState.Blocked(blocked));
        assertThat(model.inertia().get()).contains(Inertia.BLOCKED);
        assertThatThrownBy(() -> model.approve(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_current_marker_means_nothing_to_do_and_its_story_is_told() {
        show(Previews.days(28).marker(MarkerState.Kind.CURRENT, """
                        {"completedAt": "2026-06-12T09:31:07.412Z", "throughDay": "2026-06-09", "eventCount": 29,
                         "installId": "abc", "version": 2}""", "2").blocked(Blocker.MARKER_CURRENT));

        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        ReviewState.NothingToDo.class,
                        nothing -> assertThat(nothing.story())
                                .isEqualTo(new MarkerStory(
                                        Optional.of(Instant.parse("2026-06-12T09:31:07.412Z")),
                                        Optional.of(LocalDate.parse("2026-06-09")),
                                        Optional.of(29L),
                                        Optional.of("abc"),
                                        Optional.of(2))));
    }

    @Test
    void a_marker_that_nobody_can_read_has_a_state_of_its_own() {
        var shown = show(
                Previews.days(28).marker(MarkerState.Kind.UNREADABLE, "{", "").blocked(Blocker.MARKER_UNREADABLE));

        assertThat(model.state().get()).isEqualTo(new ReviewState.MarkerUnreadable(shown));
    }

    @Test
    void an_older_marker_does_not_stand_in_the_way() {
        var shown = show(Previews.days(28).marker(MarkerState.Kind.OLDER, "{\"version\": 1}", "1"));

        assertThat(model.state().get()).isEqualTo(new ReviewState.Ready(shown));
    }

    @Test
    void an_approval_names_exactly_what_the_page_shows() {
        var shown = show(Previews.days(28));
        model.openPayload();

        var approval = model.approve(NOW);

        assertThat(approval.digest()).isEqualTo(shown.sealed().digest());
        assertThat(approval.destination()).isEqualTo("https://us.i.posthog.com/batch/");
        assertThat(approval.firstDay()).isEqualTo(Previews.FIRST_DAY);
        assertThat(approval.throughDay()).isEqualTo(Previews.FIRST_DAY.plusDays(27));
        assertThat(approval.eventCount()).isEqualTo(29);
        assertThat(approval.payloadVersion()).isEqualTo(2);
        assertThat(approval.installId()).isEqualTo(Previews.INSTALL_ID);
        assertThat(approval.textVersion()).isEqualTo(text.version());
        assertThat(approval.textHash()).isEqualTo(text.hash());
        assertThat(approval.approvedAt()).isEqualTo(NOW);
    }

    @Test
    void while_bytes_are_on_their_way_nothing_else_can_be_sent() {
        var shown = show(Previews.days(28));
        model.openPayload();

        model.sendingStarted(shown.approve(text, NOW));

        assertThat(model.state().get()).isEqualTo(new ReviewState.Sending(shown.approve(text, NOW)));
        assertThat(model.inertia().get()).contains(Inertia.SENDING);
    }

    @Test
    void an_outcome_stays_until_it_was_seen_also_when_the_marker_shows_up_meanwhile() {
        var sent = show(Previews.days(28));
        model.openPayload();
        model.sendingStarted(sent.approve(text, NOW));
        var outcome = new Outcome.Unknown(
                sent.sealed().digest(), 1, 29, List.of(), new Problem("TIMEOUT", Wording.verbatim("No answer came.")));

        model.sendingEnded(outcome);
        var after = show(Previews.days(28)
                .marker(MarkerState.Kind.CURRENT, "{\"version\": 2}", "2")
                .blocked(Blocker.MARKER_CURRENT));
        assertThat(model.state().get()).isEqualTo(new ReviewState.Ended(outcome));

        model.outcomeSeen();
        assertThat(model.state().get()).isEqualTo(new ReviewState.NothingToDo(after, MarkerStory.of(after.marker())));
    }

    @Test
    void an_outcome_says_nothing_of_another_data_directory() {
        var demo = show(Previews.days(28));
        model.openPayload();
        model.sendingStarted(demo.approve(text, NOW));
        var outcome = new Outcome.Unknown(
                demo.sealed().digest(), 1, 29, List.of(), new Problem("TIMEOUT", Wording.verbatim("No answer came.")));
        model.sendingEnded(outcome);

        var own = show(Previews.days(28).in(Path.of("elsewhere")));
        assertThat(model.state().get()).isEqualTo(new ReviewState.Ready(own));

        show(Previews.days(28));
        assertThat(model.state().get()).as("back again").isEqualTo(new ReviewState.Ended(outcome));
    }

    @Test
    void a_sending_that_never_began_leaves_the_page_as_it_was() {
        var shown = show(Previews.days(28));
        model.openPayload();
        model.sendingStarted(shown.approve(text, NOW));

        model.sendingFailed();

        assertThat(model.state().get()).isEqualTo(new ReviewState.Ready(shown));
        assertThat(model.inertia().get()).isEmpty();
    }

    @Test
    void what_waits_for_an_outcome_comes_first_and_nothing_else_can_be_sent() {
        var shown = show(Previews.days(28));
        model.openPayload();
        var waiting = waiting(shown, WaitingDelivery.State.UNANSWERED);

        model.books().set(new BooksState.Known(waiting));

        assertThat(model.state().get())
                .isEqualTo(new ReviewState.WaitingForOutcome(waiting.waiting().orElseThrow()));
        assertThat(model.inertia().get()).contains(Inertia.WAITING);
        assertThatThrownBy(() -> model.approve(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_approval_whose_sending_never_began_stands_in_nobodys_way() {
        var shown = show(Previews.days(28));
        model.openPayload();

        model.books().set(new BooksState.Known(waiting(shown, WaitingDelivery.State.NOT_STARTED)));

        assertThat(model.state().get()).isEqualTo(new ReviewState.Ready(shown));
        assertThat(model.inertia().get()).isEmpty();
    }

    @Test
    void while_the_receipts_are_being_read_nothing_can_be_sent() {
        show(Previews.days(28));
        model.openPayload();

        model.books().set(new BooksState.Reading());

        assertThat(model.inertia().get()).contains(Inertia.BOOKS_READING);
        assertThatThrownBy(() -> model.approve(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void receipts_that_cannot_be_read_keep_send_inert_whether_the_payload_was_looked_at_or_not() {
        show(Previews.days(28));
        model.books().set(new BooksState.Unreadable(Problem.of("RECEIPTS_UNUSABLE", Path.of("receipts.jsonl"))));
        assertThat(model.inertia().get()).contains(Inertia.BOOKS_UNREADABLE);

        model.openPayload();

        assertThat(model.inertia().get()).contains(Inertia.BOOKS_UNREADABLE);
        assertThatThrownBy(() -> model.approve(NOW)).isInstanceOf(IllegalStateException.class);
    }

    private Books waiting(BackfillPreview preview, WaitingDelivery.State state) {
        var delivery = new WaitingDelivery(
                preview.approve(text, NOW), Path.of("home"), state, List.of(), Optional.empty(), NOW);
        return new Books(Optional.of(delivery), Optional.empty(), Optional.empty(), List.of());
    }

    private BackfillPreview show(Previews previews) {
        var made = previews.make();
        preview.set(Optional.of(made));
        return made;
    }
}

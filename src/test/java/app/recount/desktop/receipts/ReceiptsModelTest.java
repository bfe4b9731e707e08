package app.recount.desktop.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.KeptBody;
import app.recount.delivery.KeptBody.State;
import app.recount.delivery.Receipt;
import app.recount.delivery.ReceiptProof;
import app.recount.delivery.Verification;
import app.recount.desktop.widget.Status;
import app.recount.payload.Digest;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptsModelTest {

    private final ReceiptsModel model = new ReceiptsModel();

    @Test
    void the_newest_receipt_comes_first_and_is_selected() {
        model.read(Ledgers.delivered());

        assertThat(model.visible()).extracting(Receipt::number).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(model.selected().get()).map(Receipt::number).contains(6L);
    }

    @Test
    void a_filter_looks_into_outcomes_destinations_and_numbers_in_either_case() {
        model.read(Ledgers.delivered());

        model.filter().set("DELIVERED");
        assertThat(model.visible()).extracting(Receipt::number).containsExactly(4L);
        model.filter().set("127.0.0.1");
        assertThat(model.visible()).extracting(Receipt::number).containsExactly(1L);
        model.filter().set("no such thing");
        assertThat(model.visible()).isEmpty();
        model.filter().set("");
        assertThat(model.visible()).hasSize(6);
    }

    @Test
    void no_receipts_and_no_match_are_told_apart() {
        model.read(Ledgers.empty());
        assertThat(model.isEmpty()).isTrue();

        model.read(Ledgers.delivered());
        model.filter().set("no such thing");
        assertThat(model.isEmpty()).isFalse();
    }

    @Test
    void what_was_selected_stays_selected_when_the_log_is_read_again() {
        model.read(Ledgers.delivered());
        model.select(4);

        model.read(Ledgers.delivered());

        assertThat(model.selected().get()).map(Receipt::number).contains(4L);
    }

    @Test
    void selecting_a_receipt_that_the_filter_hides_takes_the_filter_away() {
        model.read(Ledgers.delivered());
        model.filter().set("refused");

        model.select(4);

        assertThat(model.filter().get()).isEmpty();
        assertThat(model.selected().get()).map(Receipt::number).contains(4L);
    }

    @Test
    void moving_stops_at_both_ends() {
        model.read(Ledgers.delivered());

        model.move(-1);
        assertThat(model.selected().get()).map(Receipt::number).contains(6L);
        model.move(1);
        assertThat(model.selected().get()).map(Receipt::number).contains(5L);
        model.select(1);
        model.move(1);
        assertThat(model.selected().get()).map(Receipt::number).contains(1L);
    }

    @Test
    void there_is_a_newer_and_an_older_one_except_at_the_ends_and_without_receipts() {
        assertThat(model.mayMove(-1) || model.mayMove(1)).isFalse();
        model.read(Ledgers.empty());
        assertThat(model.mayMove(-1) || model.mayMove(1)).isFalse();

        model.read(Ledgers.delivered());
        assertThat(model.mayMove(-1)).isFalse();
        assertThat(model.mayMove(1)).isTrue();
        model.move(1);
        assertThat(model.mayMove(-1)).isTrue();
        model.filter().set("DELIVERED");
        model.select(4);
        assertThat(model.mayMove(-1) || model.mayMove(1)).isFalse();
    }

    @Test
    void bytes_are_shown_for_the_selected_receipt_only() {
        model.read(Ledgers.delivered());
        model.select(4);
        var slow = model.selected().get().orElseThrow();
        assertThat(model.bytes().get()).isInstanceOf(StoredBytes.Loading.class);

        model.select(2);
        model.bytesRead(slow, Optional.of(Ledgers.BODY));
        assertThat(model.bytes().get()).isInstanceOf(StoredBytes.Loading.class);

        model.bytesRead(model.selected().get().orElseThrow(), Optional.of(Ledgers.BODY));
        assertThat(model.bytes().get())
                .isInstanceOfSatisfying(
                        StoredBytes.Present.class,
                        present -> assertThat(present.body()).isEqualTo(Ledgers.BODY));
    }

    @Test
    void a_receipt_about_no_payload_has_no_bytes_and_lost_bytes_are_missing() {
        model.read(Ledgers.delivered());
        assertThat(model.bytes().get()).isEqualTo(new StoredBytes.None());

        model.select(4);
        model.bytesRead(model.selected().get().orElseThrow(), Optional.empty());
        assertThat(model.bytes().get()).isEqualTo(new StoredBytes.Missing());
    }

    @Test
    void an_export_has_the_lines_of_the_log_oldest_first() {
        model.read(Ledgers.delivered());
        model.filter().set("batch");

        assertThat(model.export())
                .isEqualTo("{\"number\":1}\n{\"number\":2}\n{\"number\":3}\n{\"number\":4}\n{\"number\":5}\n");
    }

    @Test
    void withdrawing_is_about_what_was_sent_last_and_not_about_a_no_or_what_a_filter_shows() {
        model.read(Ledgers.empty());
        assertThat(model.lastSent()).isEmpty();

        var intact = new Verification.Intact(1, Optional.empty(), List.of());
        model.read(
                Ledgers.of(intact, Ledgers.receipt(1, Receipt.Kind.DECLINED, "https://us.i.posthog.com/batch/", "")));
        assertThat(model.lastSent()).isEmpty();

        model.read(Ledgers.delivered());
        model.filter().set("127.0.0.1");
        assertThat(model.lastSent())
                .hasValueSatisfying(
                        sent -> assertThat(sent.destination()).isEqualTo("https://us.i.posthog.com/batch/"));
    }

    @Test
    void a_rehearsal_after_it_does_not_hide_what_was_really_sent() {
        var intact = new Verification.Intact(2, Optional.empty(), List.of());
        var real = Ledgers.receipt(1, Receipt.Kind.SENT, "https://us.i.posthog.com/batch/", "");
        var rehearsed = Ledgers.receipt(2, Receipt.Kind.SENT, "http://127.0.0.1:8125/batch/", "");

        model.read(Ledgers.of(intact, real, rehearsed));
        assertThat(model.lastSent()).isEqualTo(real.subject());

        model.read(Ledgers.of(intact, rehearsed));
        assertThat(model.lastSent()).isEqualTo(rehearsed.subject());
    }

    @Test
    void a_receipt_that_is_not_known_yet_is_selected_once_it_was_read() {
        model.select(3);
        model.read(Ledgers.delivered());
        assertThat(model.selected().get()).map(Receipt::number).contains(3L);

        model.filter().set("no such thing");
        model.read(Ledgers.delivered());
        model.select(2);
        assertThat(model.selected().get()).map(Receipt::number).contains(2L);
        model.read(Ledgers.delivered());
        assertThat(model.selected().get()).map(Receipt::number).contains(2L);
    }

    @Test
    void the_banner_says_whether_the_chain_holds_is_broken_or_cut() {
        var texts = new Texts();
        var intact = ChainBanner.of(Ledgers.delivered(), texts);
        var broken =
                ChainBanner.of(Ledgers.of(new Verification.Broken(3, Wording.verbatim("Its hash differs."))), texts);
        var cut = ChainBanner.of(
                Ledgers.of(new Verification.Cut(4, 6, Wording.verbatim("Two entries are missing."))), texts);

        assertThat(intact.status()).isEqualTo(Status.GOOD);
        assertThat(intact.lines().getFirst()).startsWith("6 of 6 receipts");
        assertThat(broken.status()).isEqualTo(Status.FAILURE);
        assertThat(broken.title()).isEqualTo("The chain is broken at line 3");
        assertThat(broken.lines()).contains("Its hash differs.");
        assertThat(cut.status()).isEqualTo(Status.FAILURE);
        assertThat(cut.lines().getFirst()).contains("4 receipts").contains("remembers 6");
    }

    @Test
    void stored_bytes_that_were_changed_are_a_fault_even_where_the_chain_holds() {
        var intact = new Verification.Intact(6, Optional.empty(), List.of());
        var digest = Digest.of(Ledgers.BODY);
        var kept = new ReceiptProof(intact, true, List.of(new KeptBody(digest, State.KEPT, List.of(2L))));
        var changed = new ReceiptProof(intact, true, List.of(new KeptBody(digest, State.CHANGED, List.of(2L, 4L))));
        var gone = new ReceiptProof(intact, true, List.of(new KeptBody(digest, State.ABSENT, List.of(2L))));

        assertThat(ChainBanner.of(kept, "now", new Texts()).lines())
                .contains("The stored bytes of 1 payload hash to its digest.");
        var banner = ChainBanner.of(changed, "now", new Texts());
        assertThat(banner.status()).isEqualTo(Status.FAILURE);
        assertThat(banner.title()).isEqualTo("Stored bytes were changed");
        assertThat(banner.lines().getLast()).contains(digest.shortened(), "2, 4");
        assertThat(ChainBanner.of(gone, "now", new Texts()).status()).isEqualTo(Status.GOOD);
    }
}

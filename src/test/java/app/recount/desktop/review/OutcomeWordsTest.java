package app.recount.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.Outcome;
import app.recount.desktop.widget.Status;
import app.recount.payload.Digest;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeWordsTest {

    @Test
    void what_the_user_cancelled_is_neither_a_failure_nor_a_closed_gate() {
        var words = OutcomeWords.of(stoppedHere("CANCELLED"), new Texts());

        assertThat(words.status()).isEqualTo(Status.CAUTION);
        assertThat(words.title()).isEqualTo("Cancelled: nothing was accepted");
    }

    @Test
    void what_a_gate_kept_back_is_a_failure() {
        var words = OutcomeWords.of(stoppedHere("CONSENT_OFF"), new Texts());

        assertThat(words.status()).isEqualTo(Status.FAILURE);
        assertThat(words.title()).isEqualTo("Not sent: a gate is closed");
    }

    private static Outcome stoppedHere(String code) {
        return new Outcome.Refused(
                Digest.of(new byte[0]),
                1,
                29,
                Outcome.By.GATE,
                new Problem(code, Wording.verbatim("It was stopped.")),
                Optional.empty());
    }
}

package app.recount.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.consent.Approval;
import app.recount.delivery.Outcome.Acknowledgement;
import app.recount.delivery.TakenPart.Range;
import app.recount.payload.Digest;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptDeliveryTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00.123456789Z");
    private static final Digest DIGEST = Digest.of("x".getBytes(UTF_8));

    private static KeptDelivery kept() {
        var approval = new Approval(
                DIGEST,
                "https://us.i.posthog.com/batch/",
                LocalDate.parse("2026-05-04"),
                LocalDate.parse("2026-05-29"),
                9,
                2,
                "id “quoted”",
                "1",
                DIGEST,
                NOW);
        return KeptDelivery.approved(approval, Path.of("/data"));
    }

    private static TakenPart part(int from, int to) {
        return new TakenPart(
                new Range(from, to), new Acknowledgement(DIGEST, to - from, 100, 1, 200, "{\"status\":1}", 12));
    }

    @Test
    void at_first_everything_is_missing() {
        assertThat(kept().missing()).containsExactly(new Range(0, 9));
    }

    @Test
    void what_is_missing_lies_between_what_was_taken_in_whatever_order() {
        var some = kept().with(part(6, 8), NOW).with(part(2, 4), NOW);
        assertThat(some.missing()).containsExactly(new Range(0, 2), new Range(4, 6), new Range(8, 9));
    }

    @Test
    void once_all_is_taken_only_the_marker_is_missing() {
        var all = kept().sending(NOW).with(part(4, 9), NOW).with(part(0, 4), NOW);
        assertThat(all.missing()).isEmpty();
        assertThat(all.waiting(false).state()).isEqualTo(WaitingDelivery.State.MARKER_MISSING);
        assertThat(all.waiting(false).acknowledgedEvents()).isEqualTo(9);
    }

    @Test
    void one_that_was_sending_when_the_program_ended_may_have_arrived() {
        assertThat(kept().found().mayHaveArrived()).isFalse();
        assertThat(kept().sending(NOW).found().mayHaveArrived()).isTrue();
        assertThat(kept().sending(NOW).waiting(false).state()).isEqualTo(WaitingDelivery.State.INTERRUPTED);
        assertThat(kept().sending(NOW).waiting(true).state()).isEqualTo(WaitingDelivery.State.RUNNING);
    }

    @Test
    void it_reads_back_from_its_file_as_it_was() {
        var problem = new KeptProblem("NO_ANSWER", "It did not answer.", "Because.");
        for (var phase : KeptDelivery.Phase.values()) {
            var written = kept().with(part(0, 4), NOW).ended(phase, true, Optional.of(problem), NOW);
            assertThat(KeptDeliveryJson.read(KeptDeliveryJson.write(written))).contains(written);
        }
        assertThat(KeptDeliveryJson.read(KeptDeliveryJson.write(kept()))).contains(kept());
    }

    @Test
    void the_books_keep_a_problem_in_words_and_not_in_keys() {
        var problem = Problem.of("NO_ANSWER", Wording.of("wire.refused")).because(Wording.of("wire.attempts", 2));

        var kept = KeptProblem.of(problem, new Texts());

        assertThat(kept)
                .isEqualTo(new KeptProblem(
                        "NO_ANSWER",
                        "Bytes had left and no answer came: the connection was refused.",
                        "2 attempts were made."));
        assertThat(new Texts().say(kept.problem().sentences())).isEqualTo(kept.sentences());
    }

    @Test
    void a_file_of_another_form_is_none() {
        var text = new String(KeptDeliveryJson.write(kept()), UTF_8);
        for (var other : List.of(
                "",
                "{}",
                "[]",
                text.substring(0, text.length() / 2),
                text.replace("\"format\": 1", "\"format\": 2"),
                text.replace("approved\"", "improved\""),
                text.replace("sha256:", "sha1:"),
                text.replace("2026-05-04", "yesterday"),
                text.replace("\"taken\": []", "\"taken\": {}"))) {
            assertThat(KeptDeliveryJson.read(other.getBytes(UTF_8))).as(other).isEmpty();
        }
    }
}

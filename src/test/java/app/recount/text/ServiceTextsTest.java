package app.recount.text;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.Finding;
import app.recount.memory.RollupMetric;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.FaultPlan.Choice;
import app.recount.text.WordingCalls.Call;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What services find out is said with texts of the bundle: they only name them and give what fills their gaps. */
class ServiceTextsTest {

    private static final List<Call> CALLS = WordingCalls.inSources();

    private final Texts texts = new Texts();

    @Test
    void every_text_of_a_problem_is_there_and_takes_what_its_call_gives() {
        assertThat(CALLS).hasSizeGreaterThan(200).allSatisfy(call -> {
            assertThat(texts.has(call.key())).as(call.toString()).isTrue();
            assertThat(gaps(call.key())).as(call.toString()).isEqualTo(call.arguments());
        });
    }

    @Test
    void every_text_of_problems_actions_and_findings_is_named_by_a_call() {
        var called = Stream.of(
                        CALLS.stream().map(Call::key),
                        Arrays.stream(Finding.Code.values()).map(ServiceTextsTest::key),
                        FaultPlan.choices().stream().map(Choice::meaning).map(Wording::toString),
                        Arrays.stream(RollupMetric.values())
                                .flatMap(metric -> Stream.of(metric.formula(), metric.meaning()))
                                .map(Wording::toString))
                .flatMap(keys -> keys)
                .collect(toSet());
        assertThat(WordingCalls.BLOCKS.stream().flatMap(block -> texts.keysBelow(block).stream()))
                .isNotEmpty()
                .isSubsetOf(called);
    }

    @ParameterizedTest
    @EnumSource
    void every_finding_about_the_memory_database_follows_its_count(Finding.Code code) {
        assertThat(LongStream.range(0, 3).mapToObj(count -> texts.get(key(code), count, "names")))
                .allSatisfy(words -> assertThat(words).matches("[a-z][^{}|#<]*[^.]"));
    }

    @Test
    void every_fault_of_a_rehearsal_says_what_it_does() {
        assertThat(FaultPlan.choices())
                .allSatisfy(fault -> assertThat(texts.say(fault.meaning())).endsWith("."));
    }

    @ParameterizedTest
    @EnumSource
    void every_counter_says_how_it_is_computed_and_what_it_means(RollupMetric metric) {
        assertThat(texts.say(metric.formula())).matches("[a-z].*[^.]");
        assertThat(texts.say(metric.meaning())).matches("[A-Z].*\\.");
    }

    private static String key(Finding.Code code) {
        return "finding." + code;
    }

    @Test
    void every_text_with_gaps_can_be_filled_in() {
        assertThat(CALLS).allSatisfy(call -> {
            var arguments = IntStream.rangeClosed(1, call.arguments()).boxed().toArray();
            var filled = texts.say(Wording.of(call.key(), arguments));
            assertThat(filled).as(call.toString()).isNotBlank().doesNotContain("''", "{");
        });
    }

    /** Words that come from elsewhere are no literals; a literal would be a text that no translator finds. */
    @Test
    void no_sentence_is_said_verbatim() {
        assertThat(WordingCalls.verbatimLiterals()).isEmpty();
    }

    /** A text without arguments is no pattern, and stands as it is. */
    private int gaps(String key) {
        var pattern = texts.get(key);
        return pattern.contains("{")
                ? new MessageFormat(pattern, Locale.ENGLISH).getFormatsByArgumentIndex().length
                : 0;
    }
}

package app.recount.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void letters_with_their_marks_and_pictures_stay_as_they_are() {
        for (var text : new String[] {"Übersicht", "記憶 🧠", "e\u0301", "ก็่", "=1+1", "<b>"}) {
            assertThat(VisibleText.of(text)).isEqualTo(text);
        }
    }

    @Test
    void what_turns_the_direction_hides_or_piles_up_is_written_out() {
        assertThat(VisibleText.of("a\u202Eb\u200Bc\u001Bd\u3164e\nf"))
                .isEqualTo("a\\u202Eb\\u200Bc\\u001Bd\\u3164e\\u000Af");
        assertThat(VisibleText.of("e" + "\u0301".repeat(7))).isEqualTo("e" + "\u0301".repeat(6) + "\\u0301");
    }

    @Test
    void a_name_is_cut_where_nobody_reads_on_and_never_within_a_character() {
        assertThat(VisibleText.name("x".repeat(1_000_000))).hasSize(301).endsWith("x…");
        assertThat(VisibleText.name("x".repeat(299) + "🧠🧠")).isEqualTo("x".repeat(299) + "…");
    }

    @Test
    void prose_keeps_its_lines() {
        assertThat(VisibleText.prose("one\ntwo\r\u2028three", 100)).isEqualTo("one\ntwo\\u000D\\u2028three");
    }

    @Property
    void nothing_is_obeyed_and_what_is_shown_is_shown_the_same_again(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 50) int most) {
        for (var shown : new String[] {VisibleText.of(text), VisibleText.name(text), VisibleText.prose(text, most)}) {
            assertThat(shown.codePoints().filter(point -> point != '\n').noneMatch(Character::isISOControl))
                    .isTrue();
            assertThat(VisibleText.prose(shown, Integer.MAX_VALUE)).isEqualTo(shown);
        }
        assertThat(VisibleText.of(text).lines().count()).isLessThanOrEqualTo(1);
    }
}

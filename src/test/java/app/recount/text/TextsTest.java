package app.recount.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts texts = new Texts();

    @Test
    void a_wording_among_the_arguments_is_said_too() {
        var wording = Wording.of("problem.NO_ANSWER", Wording.of("wire.refused"));

        assertThat(texts.say(wording)).isEqualTo("Bytes had left and no answer came: the connection was refused.");
        assertThat(texts.get("problem.NO_ANSWER", Wording.of("wire.refused"))).isEqualTo(texts.say(wording));
    }

    @Test
    void sentences_follow_each_other() {
        assertThat(texts.say(Wording.sentences(Wording.of("action.tryAgain"), Wording.verbatim("It helps."))))
                .isEqualTo("Try again. It helps.");
    }

    @Test
    void words_from_elsewhere_are_no_pattern() {
        assertThat(texts.say(Wording.verbatim("it's {0}"))).isEqualTo("it's {0}");
        assertThat(texts.say(Wording.of("system.says", "it's {0}"))).isEqualTo("The system says: it's {0}");
    }

    @Test
    void attempts_are_counted_in_words_that_fit() {
        assertThat(texts.say(Wording.of("wire.attempts", 1))).isEqualTo("One attempt was made.");
        assertThat(texts.say(Wording.of("wire.attempts", 1200))).isEqualTo("1200 attempts were made.");
    }
}

package app.recount.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.text.Texts;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private final Texts texts = new Texts();

    @Test
    void its_code_alone_finds_its_message_and_its_cause() {
        var problem = Problem.of("DB_LOCKED", "a.db").explained();

        assertThat(problem.code()).isEqualTo("DB_LOCKED");
        assertThat(texts.say(problem.sentences()))
                .isEqualTo("“a.db” is locked by another program. It did not become free in time.");
    }

    @Test
    void a_word_behind_the_code_chooses_the_sentence_and_is_no_part_of_the_code() {
        var problem = Problem.of("GIT_FAILED.interrupted", "repo").explained();

        assertThat(problem.code()).isEqualTo("GIT_FAILED");
        assertThat(texts.say(problem.sentences())).isEqualTo("Reading “repo” was interrupted. Nothing was changed.");
    }

    @Test
    void what_a_library_does_not_say_is_no_cause() {
        var problem = Problem.of("GIT_MISSING");

        assertThat(problem.because(new IOException()).cause()).isNull();
        assertThat(problem.because(new IOException("no such program")).cause())
                .isEqualTo(Wording.verbatim("no such program"));
    }

    @Test
    void what_the_system_says_of_a_file_is_said_in_words() {
        var problem = Problem.of("GIT_MISSING").because(new NoSuchFileException("/usr/bin/git"));

        assertThat(problem.cause()).isEqualTo(Wording.of("system.missing", "/usr/bin/git"));
    }

    @Test
    void only_a_text_of_the_bundle_has_a_cause_beside_it() {
        var problem = new Problem("WRONG_USAGE", Wording.verbatim("Unknown option."));

        assertThatThrownBy(problem::explained).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_log_gets_the_code_and_what_fills_the_gaps() {
        assertThat(new ProblemException(Problem.of("DB_LOCKED", "a.db")))
                .hasMessage("DB_LOCKED: problem.DB_LOCKED[a.db]");
    }
}

package app.recount.consent;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.text.Texts;
import org.junit.jupiter.api.Test;

class ReviewTextTest {

    private static final String HASH = "sha256:7a146daad8144be7eedd49c0dc5b7c9b4dd8246ff9232fbae1d950e6b3dd6ce2";

    /** Whoever changes a statement raises the version and writes both down here. */
    @Test
    void a_version_stands_for_one_set_of_statements() {
        var text = ReviewText.from(new Texts());
        assertThat(text.version()).isEqualTo("1");
        assertThat(text.statements())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(statement -> assertThat(statement.text()).isNotBlank());
        assertThat(text.hash()).hasToString(HASH);
    }
}

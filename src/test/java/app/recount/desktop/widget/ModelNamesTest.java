package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelNamesTest {

    @Test
    void a_model_loses_only_the_day_of_its_release() {
        assertThat(ModelNames.undated("claude-sonnet-4-5-20250929")).isEqualTo("claude-sonnet-4-5");
        assertThat(ModelNames.undated("gpt-5.1-codex")).isEqualTo("gpt-5.1-codex");
        assertThat(ModelNames.undated("o3-2025")).isEqualTo("o3-2025");
    }
}

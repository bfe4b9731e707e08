package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkModelTest {

    @Test
    void the_next_usual_stage_stands_there_already() {
        var run = Runs.open(1, "a");

        assertThat(new MarkModel(run).name().get()).isEqualTo("check_stage1");
        assertThat(new MarkModel(Runs.marked(run, "check_stage1", "my own"))
                        .name()
                        .get())
                .isEqualTo("check_stage2");
        assertThat(new MarkModel(Runs.marked(run, "check_stage3")).name().get()).isEqualTo("registration");
        assertThat(new MarkModel(Runs.marked(run, "registration")).name().get()).isEmpty();
    }

    @Test
    void a_stage_needs_a_name_and_may_repeat_one() {
        var model = new MarkModel(Runs.marked(Runs.open(1, "a"), "check_stage1"));

        model.name().set("  ");
        assertThat(model.valid().getValue()).isFalse();
        model.name().set("check_stage1");
        assertThat(model.valid().getValue()).isTrue();
        assertThat(model.repeated().getValue()).isTrue();
        assertThat(model.suggestions()).doesNotContain("check_stage1");
    }
}

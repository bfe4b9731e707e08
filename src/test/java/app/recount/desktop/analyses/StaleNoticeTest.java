package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.shell.Notices;
import app.recount.problem.Problem;
import org.junit.jupiter.api.Test;

class StaleNoticeTest {

    private static final Problem BUSY = Problem.of("STORE_BUSY");

    private final Notices notices = new Notices();
    private final StaleNotice stale = new StaleNotice(notices);

    @Test
    void what_was_dismissed_is_not_said_again_while_it_goes_on() {
        stale.failed(BUSY);
        notices.dismiss(notices.standing().getFirst());

        stale.failed(BUSY);

        assertThat(notices.standing()).isEmpty();
    }

    @Test
    void a_good_look_takes_it_back_and_what_fails_after_it_is_said_again() {
        stale.failed(BUSY);
        stale.takeBack();
        assertThat(notices.standing()).isEmpty();

        stale.failed(BUSY);

        assertThat(notices.standing()).hasSize(1);
    }
}

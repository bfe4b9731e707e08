package app.recount.desktop.analyses;

import app.recount.desktop.shell.Notices;
import app.recount.problem.Problem;
import java.util.Optional;

/** Says that the runs in sight are not those of the moment, because the store cannot be read: once, until it can be again. */
final class StaleNotice {

    private final Notices notices;
    private Optional<String> said = Optional.empty();

    StaleNotice(Notices notices) {
        this.notices = notices;
    }

    /** A notice that was dismissed does not come back with the next look that meets the same. */
    void failed(Problem problem) {
        if (said.filter(problem.code()::equals).isEmpty()) {
            takeBack();
            said = Optional.of(problem.code());
            notices.show(problem);
        }
    }

    void takeBack() {
        said.ifPresent(notices::resolve);
        said = Optional.empty();
    }
}

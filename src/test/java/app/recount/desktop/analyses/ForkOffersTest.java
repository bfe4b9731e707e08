package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunProgress;
import app.recount.session.AgentSession;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForkOffersTest {

    private final ForkOffers offers = new ForkOffers();

    private static RunProgress forked(AnalysisRun run, String... forks) {
        var progress = Runs.progress(run, Runs.used(1, 1, 1, 1));
        return new RunProgress(
                run,
                progress.at(),
                progress.session(),
                progress.sinceStart(),
                null,
                progress.stages(),
                progress.costUsd(),
                progress.curve(),
                false,
                Stream.of(forks).map(id -> Runs.session(id, Runs.START, 5)).toList());
    }

    private Stream<String> offered(RunProgress progress) {
        return offers.of(progress).stream().map(AgentSession::key).map(key -> key.id());
    }

    @Test
    void all_forks_of_a_run_are_offered_until_they_are_put_off() {
        var forked = forked(Runs.open(1, "a"), "one", "two");
        assertThat(offered(forked)).containsExactly("one", "two");

        offers.putOff(forked);

        assertThat(offered(forked)).isEmpty();
    }

    @Test
    void a_fork_that_comes_later_is_offered_although_earlier_ones_were_put_off() {
        offers.putOff(forked(Runs.open(1, "a"), "one"));

        assertThat(offered(forked(Runs.open(1, "a"), "two", "one"))).containsExactly("two");
    }

    @Test
    void what_is_put_off_for_one_run_is_offered_to_another() {
        offers.putOff(forked(Runs.open(1, "a"), "one"));

        assertThat(offered(forked(Runs.open(2, "b"), "one"))).containsExactly("one");
    }
}

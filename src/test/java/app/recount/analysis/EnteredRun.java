package app.recount.analysis;

import app.recount.analysis.AddRequest.Pricing;
import app.recount.analysis.AddRequest.UsageFrom;
import app.recount.analysis.AddRequest.When;
import app.recount.analysis.AddRequest.Whose;
import app.recount.analysis.AnalysisRun.Claims;
import app.recount.analysis.AnalysisRun.Description;
import app.recount.analysis.AnalysisRun.Inputs;
import app.recount.analysis.AnalysisRun.Tokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run as somebody enters it by hand: completed, and nothing more is known than a test says. */
final class EnteredRun {

    private final String source;
    private final RunTool tool;
    private When when = new When(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private Tokens tokens = Tokens.UNKNOWN;
    private Optional<String> session = Optional.empty();
    private Inputs inputs = Inputs.NONE;
    private Optional<UsageFrom> usageFrom = Optional.empty();
    private Pricing pricing = new Pricing(false, Optional.empty(), Optional.empty());

    private EnteredRun(String source, RunTool tool) {
        this.source = source;
        this.tool = tool;
    }

    static EnteredRun of(String source, RunTool tool) {
        return new EnteredRun(source, tool);
    }

    EnteredRun from(Instant start) {
        when = new When(Optional.of(start), Optional.empty(), Optional.empty(), Optional.empty());
        return this;
    }

    EnteredRun to(Instant end) {
        when = new When(when.startedAt(), Optional.of(end), Optional.empty(), Optional.empty());
        return this;
    }

    EnteredRun used(@Nullable Long in, @Nullable Long out) {
        return used(in, out, null, null);
    }

    EnteredRun used(@Nullable Long in, @Nullable Long out, @Nullable Long baseline, @Nullable Long last) {
        tokens = new Tokens(in, out, null, baseline, last, null, null);
        return this;
    }

    EnteredRun in(Optional<String> sessionId) {
        session = sessionId;
        return this;
    }

    EnteredRun madeOf(String... runs) {
        inputs = new Inputs(List.of(), List.of(runs));
        return this;
    }

    EnteredRun counting(UsageFrom log) {
        usageFrom = Optional.of(log);
        return this;
    }

    EnteredRun estimated() {
        pricing = new Pricing(true, Optional.empty(), Optional.empty());
        return this;
    }

    EnteredRun priced(String in, String out) {
        pricing = new Pricing(false, Optional.of(new BigDecimal(in)), Optional.of(new BigDecimal(out)));
        return this;
    }

    AddRequest request() {
        return new AddRequest(
                Optional.empty(),
                source,
                Optional.empty(),
                RunStatus.COMPLETED,
                tool,
                Description.NONE,
                when,
                tokens,
                new Whose(Optional.empty(), Optional.empty(), session),
                List.of(),
                inputs,
                Claims.NONE,
                usageFrom,
                pricing);
    }
}

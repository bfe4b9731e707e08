package app.recount.report;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs as tests need them: complete ones, and changed in one thing. */
final class RunFixture {

    static final String SESSION = "0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11";

    private final String id;
    private String source = "smith-2026-thoughts";
    private String tool = "claude-code";
    private @Nullable String model = "claude-opus-4-5";
    private @Nullable String notes = "first pass";
    private AnalysisRun.Tokens tokens =
            new AnalysisRun.Tokens(900L, 100L, 1000L, 5000L, 6000L, 1000L, new BigDecimal("0.0123"));
    private AnalysisRun.Times times = new AnalysisRun.Times(
            Instant.parse("2026-05-01T10:00:00Z"),
            Instant.parse("2026-05-01T10:02:05Z"),
            125L,
            Instant.parse("2026-05-01T10:00:00Z"));
    private AnalysisRun.Inputs inputs = AnalysisRun.Inputs.NONE;
    private AnalysisRun.Claims claims = new AnalysisRun.Claims(List.of("TECH-2026-001", "TECH-2026-002"), List.of());
    private final List<Stage> stages = new ArrayList<>();
    private @Nullable String stagesFault;

    private RunFixture(String id) {
        this.id = id;
    }

    static RunFixture run(String id) {
        return new RunFixture(id);
    }

    RunFixture source(String id) {
        source = id;
        return this;
    }

    RunFixture tool(String word) {
        tool = word;
        return this;
    }

    RunFixture model(@Nullable String name) {
        model = name;
        return this;
    }

    RunFixture notes(@Nullable String text) {
        notes = text;
        return this;
    }

    RunFixture tokens(AnalysisRun.Tokens counts) {
        tokens = counts;
        return this;
    }

    RunFixture created(String instant) {
        times = new AnalysisRun.Times(null, null, null, Instant.parse(instant));
        return this;
    }

    RunFixture madeFrom(String... ids) {
        inputs = new AnalysisRun.Inputs(List.of("smith-2026-thoughts"), List.of(ids));
        return this;
    }

    RunFixture claims(String... ids) {
        claims = new AnalysisRun.Claims(List.of(ids), List.of());
        return this;
    }

    RunFixture stage(String name, @Nullable Long cumulative, @Nullable Long delta) {
        stages.add(new Stage(
                name,
                Instant.parse("2026-05-01T10:01:00Z").plusSeconds(stages.size()),
                cumulative,
                delta,
                delta,
                delta == null ? null : 0L,
                null,
                null));
        return this;
    }

    RunFixture stagesFault(String text) {
        stagesFault = text;
        return this;
    }

    AnalysisRun make() {
        return new AnalysisRun(
                new AnalysisRun.Identity(id, source, 1, tool),
                "completed",
                new AnalysisRun.Description("analysis/smith.md", "check", model, "0.3.4", null, notes, "1e10"),
                times,
                tokens,
                new AnalysisRun.SessionLink("claude", "per_message_sum", SESSION, null, null, null, null, null),
                stages,
                stagesFault,
                inputs,
                claims);
    }
}

package app.recount.analysis;

import app.recount.analysis.RunCount.Difference;
import app.recount.analysis.RunProgress.Part;
import app.recount.analysis.RunProgress.Point;
import app.recount.analysis.SessionLooks.Look;
import app.recount.session.AgentSession;
import app.recount.session.Sessions;
import app.recount.session.Usage;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together how a run stands. */
final class RunObservation {

    private final Sessions sessions;
    private final SessionLooks looks;
    private final Samples samples;
    private final PriceTable prices;
    private final Texts texts;

    RunObservation(Sessions sessions, SessionLooks looks, Samples samples, PriceTable prices, Texts texts) {
        this.sessions = sessions;
        this.looks = looks;
        this.samples = samples;
        this.prices = prices;
        this.texts = texts;
    }

    RunProgress observe(StoredRun stored) {
        return stored.run().isOpen() ? open(stored) : ended(stored);
    }

    private RunProgress open(StoredRun stored) {
        var run = stored.run();
        var count = RunCount.of(stored, texts);
        var look = looks.look(run.session());
        var now = look.snapshot().at();
        var total = look.snapshot().usage() == null
                ? null
                : count.count(look.snapshot().usage());
        var reason = look.snapshot().unknownReason();
        var used = total == null ? unknown(reason) : count.sinceStart(total);
        var recent = total == null ? unknown(reason) : count.sinceLastKnown(total);
        var curve = samples.of(run.id());
        if (used.usage() != null) {
            curve = sampled(run, curve, new Point(now, used.usage().all().total()));
        }
        var parts = stages(run);
        parts.add(rest(run, now, recent, total));
        return new RunProgress(
                run,
                now,
                look.session(),
                Optional.ofNullable(used.usage()),
                used.unknownReason(),
                parts,
                cost(used.usage()),
                curve(run, curve),
                stalled(look, now),
                forks(run));
    }

    private Difference unknown(@Nullable String reason) {
        return Difference.unknown(Objects.requireNonNullElse(reason, texts.get("unknown.nothing")));
    }

    /** Stores the sample if it says something new; the curve shows it either way. */
    private List<Point> sampled(AnalysisRun run, List<Point> before, Point now) {
        if (before.isEmpty() ? now.tokens() > 0 : Samples.follows(before.getLast(), now)) {
            samples.add(run.id(), now);
        }
        var curve = new ArrayList<>(before);
        curve.add(now);
        return curve;
    }

    private static boolean stalled(Look look, Instant now) {
        return look.session()
                .filter(session -> session.lastActivity().isBefore(now.minus(RunProgress.STALL)))
                .isPresent();
    }

    /** Sessions that took over the history of the run's session and were written to since the run began. */
    private List<AgentSession> forks(AnalysisRun run) {
        var start =
                Objects.requireNonNullElse(run.times().startedAt(), run.times().createdAt());
        return SessionLooks.key(run.session()).map(sessions::forks).orElse(List.of()).stream()
                .filter(session -> session.lastActivity().isAfter(start))
                .toList();
    }

    private RunProgress ended(StoredRun stored) {
        var run = stored.run();
        var link = run.session();
        var used = used(run);
        var parts = stages(run);
        var end = Objects.requireNonNullElse(
                run.times().completedAt(), run.times().createdAt());
        if (link.last() != null && link.last().usage() != null && !run.stages().isEmpty()) {
            var recent = RunCount.of(stored, texts).sinceLastKnown(link.last().usage());
            if (recent.usage() == null || recent.usage().all().total() > 0) {
                parts.add(rest(run, end, recent, link.last().usage()));
            }
        }
        return new RunProgress(
                run,
                end,
                SessionLooks.key(link)
                        .flatMap(key -> sessions.known().stream()
                                .filter(session -> session.key().equals(key))
                                .findFirst()),
                used,
                run.ownTokens().isPresent() ? null : link.unknownReason(),
                parts,
                Optional.ofNullable(run.tokens().costUsd()).or(() -> used.flatMap(prices::cost)),
                curve(run, samples.of(run.id())),
                false,
                List.of());
    }

    private static Optional<Usage> used(AnalysisRun run) {
        var baseline = run.session().baseline();
        var last = run.session().last();
        return run.tokens().check() == null
                        || baseline == null
                        || baseline.usage() == null
                        || last == null
                        || last.usage() == null
                ? Optional.empty()
                : Optional.of(last.usage().minus(baseline.usage()));
    }

    private List<Part> stages(AnalysisRun run) {
        var parts = new ArrayList<Part>();
        var from =
                Objects.requireNonNullElse(run.times().startedAt(), run.times().createdAt());
        var before = usage(run.session().baseline());
        for (var stage : run.stages()) {
            var count = usage(stage.snapshot());
            var used = count.isPresent() && before.isPresent() && stage.delta() != null
                    ? Optional.of(count.get().minus(before.get()))
                    : Optional.<Usage>empty();
            parts.add(new Part(
                    Optional.of(stage.name()),
                    from,
                    stage.at(),
                    Optional.ofNullable(stage.delta()),
                    used,
                    Optional.ofNullable(stage.cumulative()),
                    used.flatMap(prices::cost),
                    stage.notes()));
            from = stage.at();
            before = count.isPresent() ? count : before;
        }
        return parts;
    }

    private static Optional<Usage> usage(@Nullable Snapshot snapshot) {
        return snapshot == null ? Optional.empty() : Optional.ofNullable(snapshot.usage());
    }

    private Part rest(AnalysisRun run, Instant to, Difference used, @Nullable Usage total) {
        var from = run.stages().isEmpty()
                ? Objects.requireNonNullElse(
                        run.times().startedAt(), run.times().createdAt())
                : run.stages().getLast().at();
        return new Part(
                Optional.empty(),
                from,
                to,
                Optional.ofNullable(used.usage()).map(usage -> usage.all().total()),
                Optional.ofNullable(used.usage()),
                Optional.ofNullable(total).map(usage -> usage.all().total()),
                cost(used.usage()),
                used.usage() == null ? used.unknownReason() : null);
    }

    private Optional<BigDecimal> cost(@Nullable Usage usage) {
        return usage == null ? Optional.empty() : prices.cost(usage);
    }

    private static List<Point> curve(AnalysisRun run, List<Point> samples) {
        var baseline = usage(run.session().baseline());
        if (baseline.isEmpty()) {
            return samples;
        }
        var start = baseline.get().all().total();
        var points = new ArrayList<>(samples);
        points.add(new Point(
                Objects.requireNonNullElse(run.times().startedAt(), run.times().createdAt()), 0));
        for (var stage : run.stages()) {
            if (stage.cumulative() != null && stage.delta() != null) {
                points.add(new Point(stage.at(), stage.cumulative() - start));
            }
        }
        if (run.tokens().check() != null && run.times().completedAt() != null) {
            points.add(new Point(run.times().completedAt(), run.tokens().check()));
        }
        return inOrder(points);
    }

    /** By their counts, which only grow: a clock that was set back says nothing more until it has caught up. */
    private static List<Point> inOrder(List<Point> points) {
        var curve = new ArrayList<Point>();
        points.stream()
                .sorted(Comparator.comparingLong(Point::tokens).thenComparing(Point::at))
                .distinct()
                .filter(point ->
                        curve.isEmpty() || !point.at().isBefore(curve.getLast().at()))
                .forEachOrdered(curve::add);
        return curve;
    }
}

package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.PriceTable.Price;
import app.recount.analysis.RunProgress;
import app.recount.analysis.Snapshot;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.ModelNames;
import app.recount.desktop.widget.PathNames;
import app.recount.session.AgentSession;
import app.recount.session.SessionChoice;
import app.recount.session.Usage;
import app.recount.text.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything about a run that is no figure of its stages: whose tokens, how counted, at which prices, and what was noted. */
final class RunFacts {

    /** Letters of a path that stand in one line beside its name. */
    private static final int ROOM_FOR_PATH = 28;

    private final Texts texts;
    private final PathNames paths;
    private final RunProgress progress;
    private final AnalysisRun run;
    private final List<Fact> facts = new ArrayList<>();

    private RunFacts(Texts texts, PathNames paths, RunProgress progress) {
        this.texts = texts;
        this.paths = paths;
        this.progress = progress;
        this.run = progress.run();
    }

    static List<Fact> of(Observed observed, Texts texts, PathNames paths) {
        var facts = new RunFacts(texts, paths, observed.progress());
        facts.session();
        facts.arithmetic();
        facts.prices(observed);
        facts.described();
        return List.copyOf(facts.facts);
    }

    private void session() {
        var link = run.session();
        var session = progress.session();
        var id = link.sessionId();
        if (id == null) {
            say("session", texts.get("analyses.fact.session.none"));
        } else {
            facts.add(Fact.id(name("session"), Figures.shortened(id, 8, 4), id));
        }
        tool(run.description().model());
        Optional.ofNullable(link.folder())
                .or(() -> session.map(AgentSession::folder))
                .ifPresent(folder -> path("folder", folder));
        Optional.ofNullable(link.chosenBy()).ifPresent(rule -> say("chosen", rule(rule)));
        session.map(AgentSession::log).ifPresent(log -> say("log", log(log)));
        session.map(AgentSession::unreadable).ifPresent(why -> say("unreadable", why));
        Optional.ofNullable(link.mode()).ifPresent(mode -> facts.add(Fact.mono(name("method"), mode)));
        session.map(AgentSession::log).ifPresent(log -> say("subagents", subagents(log)));
    }

    private void tool(@Nullable String model) {
        if (model == null || model.isEmpty()) {
            say("tool", run.tool());
        } else {
            facts.add(Fact.shortened(name("tool"), run.tool() + ", " + ModelNames.undated(model), model));
        }
    }

    private void arithmetic() {
        var tokens = run.tokens();
        var baseline = known(tokens.baseline(), run.session().baseline());
        if (run.session().sessionId() == null && baseline.isEmpty()) {
            return;
        }
        var last = run.isOpen()
                ? progress.session()
                        .filter(session -> session.unreadable() == null)
                        .flatMap(AgentSession::tokensSoFar)
                : known(tokens.last(), run.session().last());
        say("baseline", orUnknown(baseline));
        say(run.isOpen() ? "now" : "end", orUnknown(last));
        var used = Counters.total(progress);
        if (baseline.isPresent() && last.isPresent() && used.isPresent()) {
            check(last.get(), baseline.get(), used.get());
        } else {
            say("check", unknown());
        }
    }

    /** Says the subtraction, and where it does not give the total, because the run has moved to a fork, says that instead. */
    private void check(long last, long baseline, long used) {
        var ends = Figures.of(used);
        if (last - baseline == used) {
            facts.add(Fact.ending(
                    name("check"),
                    texts.get("analyses.fact.check.line", Figures.of(last), Figures.of(baseline)) + " " + ends,
                    ends));
        } else {
            say("check", texts.get("analyses.fact.check.stages", ends));
        }
    }

    private void prices(Observed observed) {
        var day = observed.day();
        var several = observed.prices().size() > 1;
        observed.prices().forEach((model, price) -> {
            var said = price.map(this::price);
            say(
                    "prices",
                    said.filter(known -> several)
                            .map(known -> ModelNames.undated(model) + ": " + known)
                            .or(() -> said)
                            .orElseGet(() -> texts.get("analyses.cost.no-price", ModelNames.undated(model))));
        });
        if (observed.prices().values().stream().anyMatch(Optional::isPresent)) {
            facts.add(Fact.shortened(
                    name("price-date"),
                    texts.get(
                            observed.isCostStored()
                                    ? "analyses.fact.price-date.stored"
                                    : "analyses.fact.price-date.line",
                            day.date().toString()),
                    day.source()));
        }
    }

    private void described() {
        var said = run.description();
        var commit = said.gitCommit();
        if (commit != null && !commit.isEmpty()) {
            facts.add(Fact.id(name("git"), Figures.shortened(commit, 12, 0), commit));
        }
        optional("command", said.command(), true);
        Optional.ofNullable(said.analysisFile()).filter(file -> !file.isEmpty()).ifPresent(file -> path("file", file));
        optional("notes", said.notes(), false);
        claims("claims.extracted", run.claims().extracted());
        claims("claims.updated", run.claims().updated());
        claims("sources", run.inputs().sourceIds());
    }

    private String log(AgentSession.LogState log) {
        if (log.gone()) {
            return texts.get("analyses.fact.log.gone");
        }
        int files = log.logs() + log.subagentLogs();
        var read = log.readTo() == log.bytes()
                ? texts.get("analyses.fact.log.line", files, log.readTo())
                : texts.get("analyses.fact.log.part", files, log.readTo(), log.bytes());
        var bad = log.badLines() == 0 ? "" : ", " + texts.get("analyses.fact.log.bad", log.badLines());
        return read + bad + (log.archived() ? ", " + texts.get("analyses.fact.log.archived") : "");
    }

    private String subagents(AgentSession.LogState log) {
        long tokens = progress.sinceStart()
                .map(Usage::subagents)
                .map(used -> used.total())
                .orElse(0L);
        return log.subagentLogs() == 0 && tokens == 0
                ? texts.get("analyses.fact.subagents.none")
                : texts.get("analyses.fact.subagents.line", log.subagentLogs(), tokens);
    }

    /** The words of a rule; one that is not known is said as it was stored. */
    private String rule(String stored) {
        if (stored.equals(AnalysisRun.SessionLink.MOVED)) {
            return texts.get("analyses.rule.moved");
        }
        return Stream.of(SessionChoice.Rule.values())
                .filter(rule -> rule.name().toLowerCase(Locale.ROOT).equals(stored))
                .findFirst()
                .map(rule -> texts.get("analyses.rule." + rule))
                .orElse(stored);
    }

    private String price(Price price) {
        return texts.get(
                "analyses.fact.price.line",
                Figures.of(price.input(), 2),
                Figures.of(price.output(), 2),
                Figures.of(price.cacheRead(), 2),
                Figures.of(price.cacheWrite5m(), 2),
                Figures.of(price.cacheWrite1h(), 2));
    }

    private String unknown() {
        var reason = progress.unknownReason();
        return reason == null ? texts.get("analyses.unknown") : texts.get("analyses.unknown.because", reason);
    }

    private void path(String key, String path) {
        facts.add(Fact.shortened(name(key), shortened(path), path));
    }

    private String shortened(String path) {
        try {
            return paths.of(Path.of(path), ROOM_FOR_PATH);
        } catch (InvalidPathException e) {
            // the log comes from a system with other rules for paths; it is shown as it stands
            return path;
        }
    }

    private String orUnknown(Optional<Long> count) {
        return count.map(Figures::of).orElseGet(() -> texts.get("analyses.unknown"));
    }

    private static Optional<Long> known(@Nullable Long stored, @Nullable Snapshot snapshot) {
        return Optional.ofNullable(stored)
                .or(() -> Optional.ofNullable(snapshot)
                        .map(Snapshot::usage)
                        .map(used -> used.all().total()));
    }

    private void claims(String key, List<String> ids) {
        if (!ids.isEmpty()) {
            say(key, texts.get("analyses.fact.ids", ids.size(), String.join(", ", ids)));
        }
    }

    private void optional(String key, @Nullable String value, boolean mono) {
        if (value != null && !value.isEmpty()) {
            facts.add(mono ? Fact.mono(name(key), value) : Fact.of(name(key), value));
        }
    }

    private void say(String key, String value) {
        facts.add(Fact.of(name(key), value));
    }

    private String name(String key) {
        return texts.get("analyses.fact." + key);
    }
}

package app.recount.cli;

import app.recount.analysis.RunProgress;
import app.recount.session.AgentSession;
import app.recount.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A run as it stands at one moment, in one line. */
final class ProgressText {

    private static final String BETWEEN = " · ";

    private ProgressText() {}

    /** What has to change for a new line to be worth printing; not the time that passes. */
    static Object facts(RunProgress progress) {
        return List.of(
                progress.run().status(),
                progress.run().stages().size(),
                tokens(progress),
                progress.stalled(),
                Objects.requireNonNullElse(progress.unknownReason(), ""));
    }

    static String of(RunProgress progress, Texts texts) {
        var amounts = new Amounts(texts);
        var run = progress.run();
        var line = new StringBuilder(run.id()).append(BETWEEN);
        line.append(run.isOpen() ? stage(progress, texts) : run.status()).append(BETWEEN);
        line.append(tokens(progress)
                .map(count -> texts.get("cli.analysis.watch.tokens", amounts.tokens(count)))
                .orElseGet(() -> amounts.unknown() + unknown(progress)));
        progress.costUsd().ifPresent(cost -> line.append(BETWEEN).append(amounts.dollars(cost)));
        if (run.times().startedAt() != null) {
            var end = run.times().completedAt() == null
                    ? progress.at()
                    : run.times().completedAt();
            line.append(BETWEEN)
                    .append(amounts.span(Duration.between(run.times().startedAt(), end)));
        }
        if (run.isOpen()) {
            progress.session().ifPresent(session -> line.append(BETWEEN).append(age(session, progress, texts)));
        }
        return line.toString();
    }

    private static Optional<Long> tokens(RunProgress progress) {
        return progress.sinceStart()
                .map(usage -> usage.all().total())
                .or(() -> progress.run().ownTokens());
    }

    private static String unknown(RunProgress progress) {
        return progress.unknownReason() == null ? "" : ": " + progress.unknownReason();
    }

    private static String stage(RunProgress progress, Texts texts) {
        var amounts = new Amounts(texts);
        int marked = progress.run().stages().size();
        var open = progress.stages().stream()
                .filter(RunProgress.Part::isOpen)
                .findFirst()
                .flatMap(RunProgress.Part::delta);
        return texts.get("cli.analysis.watch.stage", marked + 1, amounts.tokens(open));
    }

    private static String age(AgentSession session, RunProgress progress, Texts texts) {
        var amounts = new Amounts(texts);
        Instant last = session.lastActivity();
        var ago = amounts.span(Duration.between(last, progress.at()));
        return progress.stalled() ? texts.get("cli.analysis.watch.stalled", ago) : texts.get("analyses.last-line", ago);
    }

    static void write(RunProgress progress, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", progress.run().id());
        json.writeStringProperty("at", progress.at().toString());
        json.writeStringProperty("status", progress.run().status());
        json.writeNumberProperty("stages", progress.run().stages().size());
        json.writeName("tokens");
        tokens(progress).ifPresentOrElse(json::writeNumber, json::writeNull);
        json.writeName("cost_usd");
        progress.costUsd().ifPresentOrElse(cost -> json.writeNumber(cost.toPlainString()), json::writeNull);
        json.writeStringProperty(
                "last_activity",
                progress.session()
                        .map(session -> session.lastActivity().toString())
                        .orElse(null));
        json.writeBooleanProperty("stalled", progress.stalled());
        json.writeStringProperty("unknown_reason", progress.unknownReason());
        json.writeArrayPropertyStart("forks");
        progress.forks().forEach(fork -> json.writeString(fork.key().id()));
        json.writeEndArray();
        json.writeEndObject();
    }
}

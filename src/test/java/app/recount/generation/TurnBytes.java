package app.recount.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.generation.TurnLines.Line;
import app.recount.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Any bytes as claude-mem's log and as recorded turns: what must be true of every line. */
final class TurnBytes {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    private static final int LONGEST_COST = 200;

    private TurnBytes() {}

    static void log(byte[] bytes) throws IOException {
        var lines = new LogLines(new ByteArrayInputStream(bytes));
        var clock = new LogClock(ZoneOffset.UTC);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            LogLine.time(line.get()).ifPresent(clock::instant);
            if (LogLine.time(line.get()).isPresent() && LogLine.usage(line.get()) instanceof LogLine.Usage.Told told) {
                sane(told.figures());
            }
        }
    }

    static void recorded(byte[] bytes) {
        for (var line : new TurnLines(new TurnFields(CLOCK)).read(new String(bytes, StandardCharsets.UTF_8))) {
            switch (line) {
                case Line.Good good -> sane(good.turn().figures());
                case Line.Bad bad ->
                    assertThat(new Texts().say(bad.problem().sentences()))
                            .isNotEmpty()
                            .hasSizeLessThan(1_000);
            }
        }
    }

    private static void sane(TurnFigures figures) {
        figures.tokensInput().ifPresent(tokens -> assertThat(tokens).isNotNegative());
        figures.tokensOutput().ifPresent(tokens -> assertThat(tokens).isNotNegative());
        figures.costUsd().ifPresent(cost -> assertThat(cost.toPlainString()).hasSizeLessThan(LONGEST_COST));
    }
}

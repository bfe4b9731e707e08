package app.recount.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.memory.Explanation.Place;
import app.recount.memory.MemoryFixture;
import app.recount.memory.MemoryReader;
import app.recount.memory.Question;
import app.recount.memory.Recounting;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every value of the demo data can be counted again from its explanation. */
class DemoExplanationTest {

    private static final Instant NOW = Instant.parse("2026-06-17T14:30:00Z");
    private static final long SEED = 7;

    @TempDir
    Path temporary;

    @Test
    @Proves(Promise.EXPLAINED)
    void every_value_of_every_day_is_what_its_own_query_gives() throws Exception {
        var directory = new DemoMemory(Clock.fixed(NOW, ZoneOffset.UTC))
                .in(temporary.resolve("demo"), SEED)
                .directory();

        var explained = new MemoryReader(RecountHome.at(temporary.resolve("home")))
                .explain(
                        directory.database(),
                        directory,
                        new Question(Optional.empty(), Optional.empty()),
                        NOW,
                        Progress.NONE);

        assertThat(explained.explanations()).hasSizeGreaterThan(1000);
        try (var plain = MemoryFixture.connect(directory.database());
                var settings = plain.createStatement()) {
            settings.execute("PRAGMA cache_size = -64000"); // all of it, which is asked a thousand times
            for (var explanation : explained.explanations()) {
                var value = explanation.value().orElseThrow();
                assertThat(explanation.queries()).allMatch(query -> query.place() == Place.MEMORY_DATABASE);
                if (explanation.key().startsWith("gen_")) {
                    assertThat(Recounting.turns(explanation.queries(), plain, plain))
                            .isEqualByComparingTo(new BigDecimal(value));
                } else {
                    Recounting.assertGives(
                            plain, explanation.queries().getFirst().sql(), value);
                }
            }
        }
    }
}

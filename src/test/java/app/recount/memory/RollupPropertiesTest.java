package app.recount.memory;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.store.DataDirectory;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Counting in SQL gives what counting row by row in plain Java gives, whatever the rows are. */
class RollupPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-06-12T09:30:00Z");
    private static final long NOW_MILLIS = NOW.toEpochMilli();
    private static final long FLOOR_MILLIS = 1_704_067_200_000L;
    private static final long DAY_MILLIS = 86_400_000;

    /** What is counted in SQL; turns are read row by row, and have tests of their own. */
    private static final List<SourceTable> COUNTED =
            List.of(SourceTable.OBSERVATIONS, SourceTable.SESSIONS, SourceTable.SUMMARIES, SourceTable.PROMPTS);

    /** One row of any table; each table takes what it has a column for. */
    record Row(
            SourceTable table,
            @Nullable Object epoch,
            @Nullable String word,
            @Nullable String text,
            @Nullable Object tokens) {}

    @Property(tries = 60)
    void sql_and_java_agree(@ForAll("rows") List<Row> rows) throws IOException {
        var folder = Files.createTempDirectory("recount-property");
        try {
            var database = fill(rows).writeTo(folder);
            var activity = new MemoryReader(RecountHome.at(folder.resolve("home"))).read(database, NOW, Progress.NONE);
            var actual = new TreeMap<LocalDate, Map<RollupMetric, BigDecimal>>();
            activity.rollups().forEach(rollup -> actual.put(rollup.day(), rollup.values()));
            assertThat(actual).isEqualTo(recount(rows));
        } finally {
            delete(folder);
        }
    }

    @Property(tries = 30)
    @Proves(Promise.EXPLAINED)
    void every_value_is_what_its_own_query_gives(@ForAll("rows") List<Row> rows) throws Exception {
        var folder = Files.createTempDirectory("recount-property");
        try {
            var database = fill(rows).writeTo(folder);
            var explained = new MemoryReader(RecountHome.at(folder.resolve("home")))
                    .explain(
                            database,
                            new DataDirectory(folder, List.of()),
                            new Question(Optional.empty(), Optional.empty()),
                            NOW,
                            Progress.NONE);
            try (var plain = MemoryFixture.connect(database)) {
                for (var explanation : explained.explanations()) {
                    Recounting.assertGives(
                            plain,
                            explanation.queries().getLast().sql(),
                            explanation.value().orElseThrow());
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static MemoryFixture fill(List<Row> rows) {
        var fixture = memory();
        for (var table : COUNTED) {
            fixture.untyped(table, table.epochColumn());
        }
        fixture.untyped(SourceTable.SUMMARIES, "discovery_tokens");
        for (var row : rows) {
            fixture.row(
                    row.table,
                    row.epoch,
                    "project",
                    row.word,
                    "type",
                    row.word,
                    "agent_type",
                    row.word,
                    "status",
                    row.word,
                    "platform_source",
                    row.word,
                    "text",
                    row.text,
                    "discovery_tokens",
                    row.tokens);
        }
        return fixture;
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        var words = Arbitraries.of(
                        "bugfix",
                        "discovery",
                        "decision",
                        "refactor",
                        "Bugfix",
                        "",
                        "completed",
                        "failed",
                        "claude",
                        "codex",
                        "gemini",
                        "x")
                .injectNull(0.2);
        var texts =
                Arbitraries.strings().withChars('a', 'é', '記').ofMaxLength(40).injectNull(0.3);
        var tokens = Arbitraries.<Object>oneOf(
                        Arbitraries.integers().between(-100, 10_000).map(n -> n),
                        Arbitraries.integers().between(-400, 400).map(n -> n / 8.0),
                        Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) - 1, 1L << 53))
                .injectNull(0.2);
        return Combinators.combine(Arbitraries.of(COUNTED), epochs(), words, texts, tokens)
                .as(Row::new)
                .list()
                .ofMaxSize(120);
    }

    private static Arbitrary<@Nullable Object> epochs() {
        var firstDay = LocalDate.of(2026, 6, 1).toEpochDay();
        var atMidnight = Arbitraries.longs()
                .between(firstDay, firstDay + 12)
                .flatMap(day -> Arbitraries.longs().between(-1, 1).map(n -> day * DAY_MILLIS + n));
        var around = Arbitraries.longs().between(firstDay * DAY_MILLIS, (firstDay + 12) * DAY_MILLIS);
        return Arbitraries.<Object>frequencyOf(
                        Tuple.of(6, around.map(n -> n)),
                        Tuple.of(3, atMidnight.map(n -> n)),
                        Tuple.of(3, around.map(n -> n / 1000)),
                        Tuple.of(1, Arbitraries.longs().map(n -> n)),
                        Tuple.of(
                                1,
                                Arbitraries.of(
                                        NOW_MILLIS,
                                        NOW_MILLIS + 1,
                                        FLOOR_MILLIS,
                                        FLOOR_MILLIS - 1,
                                        FLOOR_MILLIS / 1000,
                                        FLOOR_MILLIS / 1000 - 1,
                                        999_999_999_999L,
                                        1_000_000_000_000L,
                                        "soon",
                                        1.5)))
                .injectNull(0.05);
    }

    /** The same rules once more, in the plainest way. */
    private static Map<LocalDate, Map<RollupMetric, BigDecimal>> recount(List<Row> rows) {
        var byDay = new TreeMap<LocalDate, List<Row>>();
        for (var row : rows) {
            day(row).ifPresent(day ->
                    byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(row));
        }
        var installDay = first(byDay, SourceTable.SESSIONS).or(() -> first(byDay, SourceTable.OBSERVATIONS));
        var lastFullDay = LocalDate.of(2026, 6, 9);
        var rollups = new TreeMap<LocalDate, Map<RollupMetric, BigDecimal>>();
        byDay.forEach((day, here) -> {
            if (installDay.isPresent() && !day.isBefore(installDay.get()) && !day.isAfter(lastFullDay)) {
                var rollup = rollup(here);
                if (!rollup.isEmpty()) {
                    rollups.put(day, rollup);
                }
            }
        });
        return rollups;
    }

    private static Optional<LocalDate> first(SortedMap<LocalDate, List<Row>> byDay, SourceTable table) {
        return byDay.entrySet().stream()
                .filter(day -> day.getValue().stream().anyMatch(row -> row.table == table))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<LocalDate> day(Row row) {
        if (!(row.epoch instanceof Long epoch)) {
            return Optional.empty();
        }
        var millis = BigDecimal.valueOf(epoch).multiply(BigDecimal.valueOf(epoch < 1_000_000_000_000L ? 1000 : 1));
        if (millis.compareTo(BigDecimal.valueOf(FLOOR_MILLIS)) < 0
                || millis.compareTo(BigDecimal.valueOf(NOW_MILLIS)) > 0) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.ofEpochDay(Math.floorDiv(millis.longValueExact(), DAY_MILLIS)));
    }

    private static Map<RollupMetric, BigDecimal> rollup(List<Row> day) {
        var rollup = new TreeMap<RollupMetric, BigDecimal>();
        var observations = of(day, SourceTable.OBSERVATIONS);
        var sessions = of(day, SourceTable.SESSIONS);
        var summaries = of(day, SourceTable.SUMMARIES);
        var tooLarge = false;
        if (!observations.isEmpty()) {
            rollup.put(RollupMetric.OBSERVATION_COUNT, number(observations.size()));
            rollup.put(RollupMetric.OBS_TYPE_BUGFIX, number(words(observations, "bugfix")));
            rollup.put(RollupMetric.OBS_TYPE_DISCOVERY, number(words(observations, "discovery")));
            rollup.put(RollupMetric.OBS_TYPE_DECISION, number(words(observations, "decision")));
            rollup.put(RollupMetric.OBS_TYPE_REFACTOR, number(words(observations, "refactor")));
            rollup.put(
                    RollupMetric.OBS_TYPE_OTHER,
                    number(observations.size() - words(observations, "bugfix", "discovery", "decision", "refactor")));
            rollup.put(
                    RollupMetric.READ_TOKENS,
                    number(observations.stream()
                            .map(Row::text)
                            .filter(Objects::nonNull)
                            .mapToLong(text -> (text.length() + 3) / 4)
                            .sum()));
            putPositive(
                    rollup,
                    RollupMetric.SUBAGENT_OBS_COUNT,
                    observations.stream().filter(row -> row.word != null).count());
        }
        if (!sessions.isEmpty()) {
            rollup.put(RollupMetric.SESSION_COUNT, number(sessions.size()));
            putPositive(rollup, RollupMetric.SESSION_COMPLETED_COUNT, words(sessions, "completed"));
            putPositive(rollup, RollupMetric.SESSION_FAILED_COUNT, words(sessions, "failed"));
            putPositive(rollup, RollupMetric.SESSIONS_CLAUDE_COUNT, words(sessions, "claude"));
            putPositive(rollup, RollupMetric.SESSIONS_CODEX_COUNT, words(sessions, "codex"));
            putPositive(rollup, RollupMetric.SESSIONS_GEMINI_COUNT, words(sessions, "gemini"));
            putPositive(
                    rollup,
                    RollupMetric.SESSIONS_OTHER_PLATFORM_COUNT,
                    sessions.size() - words(sessions, "claude", "codex", "gemini"));
        }
        if (!summaries.isEmpty()) {
            rollup.put(RollupMetric.SUMMARY_COUNT, number(summaries.size()));
            var sum = summaries.stream()
                    .map(Row::tokens)
                    .filter(Objects::nonNull)
                    .map(tokens -> new BigDecimal(tokens.toString()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            tooLarge = sum.abs().compareTo(BigDecimal.valueOf((1L << 53) - 1)) > 0;
            if (!tooLarge) {
                rollup.put(RollupMetric.DISCOVERY_TOKENS, plain(BigDecimal.valueOf(sum.doubleValue())));
            }
        }
        putPositive(
                rollup, RollupMetric.PROMPT_COUNT, of(day, SourceTable.PROMPTS).size());
        if (!observations.isEmpty() || !sessions.isEmpty()) {
            var projects = new HashSet<String>();
            observations.stream().map(Row::word).filter(Objects::nonNull).forEach(projects::add);
            sessions.stream().map(Row::word).filter(Objects::nonNull).forEach(projects::add);
            rollup.put(RollupMetric.PROJECT_COUNT, number(projects.size()));
        }
        var read = rollup.get(RollupMetric.READ_TOKENS);
        if (read != null && !tooLarge) {
            var discovered = rollup.getOrDefault(RollupMetric.DISCOVERY_TOKENS, BigDecimal.ZERO);
            rollup.put(
                    RollupMetric.TOKENS_SAVED_VS_NAIVE,
                    plain(discovered.subtract(read).max(BigDecimal.ZERO)));
        }
        return rollup;
    }

    private static List<Row> of(List<Row> rows, SourceTable table) {
        return rows.stream().filter(row -> row.table == table).toList();
    }

    private static long words(List<Row> rows, String... words) {
        return rows.stream()
                .filter(row -> List.of(words).contains(row.word == null ? "none" : row.word))
                .count();
    }

    private static void putPositive(Map<RollupMetric, BigDecimal> rollup, RollupMetric metric, long count) {
        if (count > 0) {
            rollup.put(metric, number(count));
        }
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

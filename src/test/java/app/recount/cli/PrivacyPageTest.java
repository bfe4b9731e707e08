package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.memory.MetricSource;
import app.recount.memory.RollupMetric;
import app.recount.memory.SourceTable;
import app.recount.payload.AllowList;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The privacy page says what the code does: a counter or a key that it does not name fails here. */
@Proves(Promise.DISCLOSED_KEYS)
class PrivacyPageTest {

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("docs", "privacy.md"));
    }

    @ParameterizedTest
    @EnumSource(RollupMetric.class)
    void every_counter_stands_in_the_table_with_its_columns_and_meaning(RollupMetric metric) {
        assertThat(page)
                .contains("| `%s` | %s | %s |"
                        .formatted(metric.key(), origin(metric), new Texts().say(metric.meaning())));
    }

    private static String origin(RollupMetric metric) {
        return switch (metric.source()) {
            case MetricSource.RowSum sum
            when sum.columns().isEmpty() -> "rows of `%s`".formatted(sum.table().tableName());
            case MetricSource.RowSum sum ->
                sum.columns().stream()
                        .map(column -> "`%s.%s`".formatted(sum.table().tableName(), column))
                        .collect(Collectors.joining(", "));
            case MetricSource.DistinctValues distinct ->
                distinct.tables().stream()
                        .map(table -> "`%s.%s`".formatted(table.tableName(), distinct.column()))
                        .collect(Collectors.joining(", "));
            case MetricSource.TurnSum sum ->
                sum.tables().stream()
                        .map(table -> "`%s.%s`".formatted(table.place(), sum.column()))
                        .collect(Collectors.joining(", "));
            case MetricSource.Derived derived ->
                derived.inputs().stream()
                        .map(input -> "`%s`".formatted(input.key()))
                        .collect(Collectors.joining(", "));
        };
    }

    @ParameterizedTest
    @EnumSource(SourceTable.class)
    void the_column_that_dates_a_row_is_named(SourceTable table) {
        assertThat(page).contains("`%s.%s`".formatted(table.place(), table.epochColumn()));
    }

    static Stream<String> allowed() {
        return Stream.of(AllowList.DAY, AllowList.INSTALL, AllowList.PERSON)
                .flatMap(list -> list.keys().stream())
                .distinct();
    }

    /** From the bytes themselves, so that a key which is added past every list is found as well. */
    @Test
    void every_key_that_stands_in_the_bytes_is_named(@TempDir Path folder) throws IOException {
        try (var bench = new Bench(folder).withMemory()) {
            var body = bench.run("preview", "--format", "body", "--without-location")
                    .json();

            assertThat(unnamed(body)).isEmpty();
        }
    }

    @Test
    void a_key_that_somebody_plants_is_found() {
        var body = JsonMapper.shared().readTree("""
                {"api_key": "", "batch": [{"event": "e", "properties": {"backfilled": true, "$set": {"os": "x", "planted_key": 1}}}]}
                """);

        assertThat(unnamed(body)).containsExactly("planted_key");
    }

    private List<String> unnamed(JsonNode body) {
        return body.get("batch")
                .valueStream()
                .flatMap(event -> keys(event.get("properties")))
                .distinct()
                .filter(key -> !page.contains("`" + key + "`"))
                .toList();
    }

    private static Stream<String> keys(JsonNode properties) {
        return properties
                .propertyStream()
                .flatMap(property -> Stream.concat(Stream.of(property.getKey()), keys(property.getValue())));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void every_key_that_may_leave_is_named(String key) {
        assertThat(page).contains("`" + key + "`");
    }

    @Test
    void no_counter_is_named_that_does_not_exist() {
        var named = page.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", -1)[1])
                // columns are held to what is really prepared by ReadColumnsTest
                .filter(name -> !name.contains("."))
                .toList();
        var known = Stream.concat(
                        Arrays.stream(RollupMetric.values()).map(RollupMetric::key),
                        Stream.concat(
                                allowed(),
                                Stream.of("$process_person_profile", "$lib", "$lib_version", "$geoip_disable", "$set")))
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(known);
    }
}

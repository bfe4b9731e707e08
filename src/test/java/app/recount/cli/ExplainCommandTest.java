package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExplainCommandTest {

    private static final String DAY = "2026-05-11";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder).withMemory();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void json_has_the_promised_names_in_the_promised_order() {
        var json = bench.run("explain", "--day", DAY, "--key", "read_tokens", "--format", "json")
                .json();

        assertThat(json.propertyNames()).containsExactly("database", "now", "explanations");
        var explanation = json.get("explanations").get(0);
        assertThat(explanation.propertyNames())
                .containsExactly(
                        "key",
                        "day",
                        "value",
                        "formula",
                        "meaning",
                        "sources",
                        "tables",
                        "queries",
                        "counted_again",
                        "agrees");
        assertThat(explanation.get("value").asInt()).isEqualTo(1000);
        assertThat(explanation.get("agrees").asBoolean()).isTrue();
        assertThat(explanation.get("tables").get(0).propertyNames())
                .containsExactly("table", "database", "rows", "counted", "left_out");
        assertThat(explanation.at("/tables/0/left_out/0/reason").asString()).isEqualTo("other_day");
        assertThat(explanation.get("queries").get(0).propertyNames()).containsExactly("database", "sql");
    }

    @Test
    void without_a_key_every_key_of_the_day_is_explained_and_the_install_day_itself() {
        var explained = bench.run("explain", "--day", DAY, "--format", "json").json();
        var preview = bench.run("preview", "--format", "json").json();

        var keys = explained
                .get("explanations")
                .valueStream()
                .map(each -> each.get("key").asString());
        var sent = preview.at("/events/0/properties").propertyNames().stream()
                .filter(name -> !name.startsWith("$") && !name.equals("backfilled"));
        assertThat(keys)
                .containsExactlyElementsOf(
                        Stream.concat(sent, Stream.of("first_active_date")).toList());
    }

    @Test
    void a_key_that_the_day_lacks_has_no_value_but_a_reason() {
        var answer = bench.run("explain", "--day", "2026-05-18", "--key", "session_count", "--format", "json");

        var explanation = answer.json().get("explanations").get(0);
        assertThat(answer.status()).isZero();
        assertThat(explanation.get("value").isNull()).isTrue();
        assertThat(explanation.get("absence").asString()).isEqualTo("No row of sdk_sessions fell on the day.");
    }

    @Test
    void text_fits_80_columns_up_to_the_query() {
        var text = bench.run("explain", "--day", DAY, "--key", "tokens_saved_vs_naive")
                .text();

        assertThat(text.lines().takeWhile(line -> !line.contains("Query for")))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 80);
        assertThat(text)
                .startsWith("tokens_saved_vs_naive of 2026-05-11: 11345")
                .contains("again by the query below: 11345")
                .contains("SELECT max(0, discovery_tokens - read_tokens) AS value");
    }

    @Test
    void a_day_without_event_and_an_unknown_key_are_refused() {
        var tooYoung = bench.run("explain", "--day", "2026-05-31", "--format", "json");
        var unknown = bench.run("explain", "--day", DAY, "--key", "backfilled", "--format", "json");

        assertThat(tooYoung.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(tooYoung.error().get("code").asString()).isEqualTo("DAY_NOT_SENT");
        assertThat(unknown.error().get("code").asString()).isEqualTo("KEY_UNKNOWN");
        assertThat(unknown.error().get("actions")).isNotEmpty();
    }

    @Test
    void a_day_is_needed_unless_the_key_has_none() {
        assertThat(bench.run("explain").status()).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(bench.run("explain", "--key", "read_tokens").status()).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(bench.run("explain", "--day", "11.5.2026").status()).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(bench.run("explain", "--day", DAY, "--all-days").status()).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(bench.run("explain", "--key", "first_active_date").text())
                .startsWith("first_active_date of 2026-05-11: 2026-05-11");
    }

    @Test
    void the_columns_of_the_database_say_what_becomes_of_them() {
        var json = bench.run("privacy", "columns", "--format", "json").json();

        assertThat(json.propertyNames()).containsExactly("database", "now", "tables");
        var text = column(json, "observations", "text");
        assertThat(text.propertyNames()).containsExactly("name", "type", "use", "needed_for", "keys");
        assertThat(text.get("use").asString()).isEqualTo("length_only");
        assertThat(text.get("keys").valueStream().map(JsonNode::asString))
                .containsExactly("read_tokens", "tokens_saved_vs_naive");
        assertThat(column(json, "observations", "title").get("use").asString()).isEqualTo("never");
        assertThat(column(json, "user_prompts", "prompt_text").get("needed_for"))
                .isEmpty();
        assertThat(bench.run("privacy", "columns").text())
                .contains("length only  text: read_tokens, tokens_saved_vs_naive;", "never read   title");
    }

    private static JsonNode column(JsonNode report, String table, String name) {
        return report.get("tables")
                .valueStream()
                .filter(each -> each.get("name").asString().equals(table))
                .flatMap(each -> each.get("columns").valueStream())
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

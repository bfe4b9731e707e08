package app.recount.desktop.sessions;

import static app.recount.desktop.sessions.Found.NOW;
import static app.recount.desktop.sessions.Found.claude;
import static app.recount.desktop.sessions.Found.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.JsonFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionExportTest {

    @Test
    void a_session_carries_the_fields_of_the_command_line_in_their_order() {
        var json = parse(SessionExport.json(
                claude(1)
                        .call(tokens(1, 20, 300, 4000))
                        .subagentCall(tokens(5, 0, 0, 5))
                        .build(),
                NOW));

        assertThat(json.propertyNames())
                .containsExactly(
                        "tool",
                        "session_id",
                        "path",
                        "project",
                        "last_activity",
                        "active",
                        "state",
                        "model",
                        "tokens",
                        "subagents",
                        "tokens_so_far");
        assertThat(json.get("tokens").toString())
                .isEqualTo("{\"input\":1,\"cache_read\":20,\"cache_write_5m\":300,\"cache_write_1h\":0,\"output\":4000,"
                        + "\"reasoning_output\":0,\"calls\":1,\"total\":4321}");
        assertThat(json.get("subagents").get("total").asLong()).isEqualTo(10);
        assertThat(json.get("tokens_so_far").asLong()).isEqualTo(4331);
        assertThat(json.get("project").asString()).isEqualTo("iea-outlook");
        assertThat(json.get("active").asBoolean()).isFalse();
    }

    @Test
    void what_was_never_counted_is_null_and_the_state_says_so() {
        var json = parse(SessionExport.json(
                claude(1).neverCounted().unreadable("half written").build(), NOW));

        assertThat(json.get("state").asString()).isEqualTo("unknown");
        assertThat(json.get("tokens").isNull()).isTrue();
        assertThat(json.get("tokens_so_far").isNull()).isTrue();
        assertThat(json.get("model").isNull()).isTrue();
    }

    @Test
    void a_session_without_subagents_has_none_rather_than_zeros() {
        assertThat(parse(SessionExport.json(claude(1).call(tokens(1, 1, 1, 1)).build(), NOW))
                        .get("subagents")
                        .isNull())
                .isTrue();
    }

    @Test
    void many_sessions_are_one_array() {
        var json = parse(SessionExport.json(List.of(claude(1).build(), claude(2).build()), NOW));
        assertThat(json.isArray()).isTrue();
        assertThat(json).hasSize(2);
        assertThat(parse(SessionExport.json(List.of(), NOW))).isEmpty();
    }

    @Test
    void cells_are_quoted_where_they_must_be_and_formulas_made_harmless() {
        var csv = SessionExport.csv(
                List.of(
                        claude(1).in("/code/=SUM(A1)").call(tokens(1, 2, 3, 4)).build(),
                        claude(2).in("/code/a, \"b\"").neverCounted().build()),
                NOW);
        var lines = csv.split("\r\n", -1);

        assertThat(lines).hasSize(4);
        assertThat(lines[0]).startsWith("tool,session_id,path,project,").endsWith(",tokens_so_far");
        assertThat(lines[1]).contains(",'=SUM(A1),").endsWith(",10");
        assertThat(lines[2]).contains(",\"a, \"\"b\"\"\",").endsWith(",,,");
        assertThat(lines[1].split(",", -1)).hasSameSizeAs(lines[0].split(",", -1));
    }

    private static JsonNode parse(String json) {
        return JsonFile.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}

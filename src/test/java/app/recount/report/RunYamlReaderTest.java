package app.recount.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.problem.ProblemException;
import app.recount.report.ImportEntry.Understood;
import app.recount.report.ImportEntry.Unreadable;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunYamlReaderTest {

    private static final String MINIMAL = """
            analysis_logs:
            - id: ANALYSIS-2026-001
              source_id: x
              status: completed
              tool: codex
              created_at: '2026-01-23T10:00:00Z'
            """;

    private static final Texts TEXTS = new Texts();

    private static List<ImportEntry> entries(String yaml) {
        return RunYamlReader.read(yaml.getBytes(StandardCharsets.UTF_8)).entries();
    }

    private static Understood only(String yaml) {
        assertThat(entries(yaml)).singleElement().isInstanceOf(Understood.class);
        return (Understood) entries(yaml).getFirst();
    }

    private static String reason(String yaml) {
        assertThat(entries(yaml)).singleElement().isInstanceOf(Unreadable.class);
        return TEXTS.say(((Unreadable) entries(yaml).getFirst()).reason());
    }

    private static List<String> notices(Understood read) {
        return read.notices().stream().map(TEXTS::say).toList();
    }

    private static String words(ImportEntry unreadable) {
        return unreadable.name() + ": " + TEXTS.say(((Unreadable) unreadable).reason());
    }

    /** As realitycheck 0.3.4 writes it: folded lines, a JSON text, Python's times. */
    @Test
    void an_export_of_realitycheck_is_read() {
        var read = entries("""
                # Reality Check Analysis Logs Export
                # Generated: 2026-01-24

                analysis_logs:
                - id: ANALYSIS-2026-001
                  source_id: jones-2026-on-rivers
                  analysis_file: analysis/sources/jones.md
                  pass: 1
                  status: completed
                  tool: claude
                  command: check
                  model: null
                  started_at: '2026-01-23T10:00:00Z'
                  completed_at: '2026-01-23T10:08:00.250000'
                  duration_seconds: 480
                  tokens_in: 2500
                  tokens_out: 1200
                  total_tokens: 3700
                  cost_usd: 0.08
                  usage_provider: claude
                  usage_mode: per_message_sum
                  usage_session_id: ABC12345-1234-5678-9abc-def012345678
                  inputs_source_ids: []
                  inputs_analysis_ids: []
                  stages_json: '[{"stage": "check_stage1", "timestamp": "2026-01-23T10:03:00Z", "tokens_cumulative":
                    1500, "tokens_delta": 1500, "notes": "reads: the whole text, twice"}, {"stage":
                    "check_stage2", "timestamp": "2026-01-23T10:06:00+00:00", "tokens_cumulative":
                    3700, "tokens_delta": 2200}]'
                  claims_extracted:
                  - GEO-2026-001
                  claims_updated: []
                  notes: 'Long enough to be folded by the writer, with a colon: and
                    quotes ''like'' "these", on

                    two lines'
                  git_commit: 12e4567
                  created_at: '2026-01-23T10:09:00Z'
                - id: ANALYSIS-2026-002
                  source_id: x
                  status: completed
                  tool: codex
                  pass: null
                  cost_usd: 1.2e-05
                  created_at: '2026-01-24T10:09:00Z'
                  stages_json: null
                  duration_seconds: 12.0
                """);

        assertThat(read).hasSize(2).allMatch(Understood.class::isInstance);
        var first = ((Understood) read.getFirst()).run();
        assertThat(first.tool()).isEqualTo("claude-code");
        assertThat(first.times().completedAt()).isEqualTo("2026-01-23T10:08:00.250Z");
        assertThat(first.session().sessionId()).isEqualTo("abc12345-1234-5678-9abc-def012345678");
        assertThat(first.description().gitCommit()).isEqualTo("12e4567");
        assertThat(first.description().notes())
                .isEqualTo("Long enough to be folded by the writer, with a colon: and"
                        + " quotes 'like' \"these\", on\ntwo lines");
        assertThat(first.tokens().check()).isNull();
        assertThat(first.stages()).hasSize(2);
        assertThat(first.stages().getFirst().notes()).isEqualTo("reads: the whole text, twice");
        assertThat(first.stages().getLast().at()).isEqualTo("2026-01-23T10:06:00Z");
        assertThat(first.stages().getLast().delta()).isEqualTo(2200);
        assertThat(first.stages().getLast().tokensIn()).isNull();
        var second = ((Understood) read.getLast()).run();
        assertThat(second.tokens().costUsd()).isEqualTo(new BigDecimal("0.000012"));
        assertThat(second.times().durationSeconds()).isEqualTo(12);
        assertThat(second.pass()).isOne();
    }

    @Test
    void stages_may_also_be_a_list() {
        var run = only(MINIMAL + """
                  stages_json:
                  - stage: one
                    timestamp: 2026-01-23T10:03:00Z
                    tokens_delta: 12
                    tokens_cumulative: null
                """).run();

        assertThat(run.stagesFault()).isNull();
        assertThat(run.stages()).singleElement().satisfies(stage -> {
            assertThat(stage.name()).isEqualTo("one");
            assertThat(stage.at()).isEqualTo(Instant.parse("2026-01-23T10:03:00Z"));
            assertThat(stage.delta()).isEqualTo(12);
            assertThat(stage.cumulative()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "[1]",
                "[{}]",
                "[] []",
                "[{\"stage\": \"a\"}]",
                "[{\"stage\": \"a\", \"timestamp\": \"yesterday\"}]",
                "[{\"stage\": \"a\", \"timestamp\": \"+12026-01-23T10:00:00Z\"}]",
                "[{\"stage\": \"a\", \"stage\": \"b\", \"timestamp\": \"2026-01-23\"}]",
                "[{\"stage\": \"a\", \"timestamp\": \"2026-01-23\", \"tokens_delta\": 1.5}]",
                "[{\"stage\": \"a\", \"timestamp\": \"2026-01-23\", \"tokens_delta\": \"many\"}]"
            })
    void what_is_no_list_of_stages_is_kept_as_it_is(String text) {
        var read = only(MINIMAL + "  stages_json: '%s'\n".formatted(text));

        assertThat(read.run().stagesFault()).isEqualTo(text);
        assertThat(read.run().stages()).isEmpty();
        assertThat(notices(read)).singleElement().asString().contains("stages_json");
    }

    @Test
    void unknown_fields_are_left_out_with_a_notice() {
        var read = only(MINIMAL + """
                  reviewer: {name: somebody, since: [1, 2]}
                  stages_json: '[{"stage": "a", "timestamp": "2026-01-23", "mood": "good"}]'
                """);

        assertThat(notices(read))
                .containsExactly("unknown field “mood” of a stage left out", "unknown field “reviewer” left out");
        assertThat(read.run().stages()).hasSize(1);
    }

    @Test
    void a_session_is_a_uuid_and_never_a_path() {
        assertThat(only(MINIMAL + "  usage_session_id: /home/somebody/.claude/x.jsonl\n"))
                .satisfies(read -> {
                    assertThat(read.run().session().sessionId()).isNull();
                    assertThat(notices(read)).singleElement().asString().contains("usage_session_id");
                });
        assertThat(only(MINIMAL + "  usage_session_id: T-0B6F3A52-7F0E-4A8E-9A51-6F1F3C0A9D11\n")
                        .run()
                        .session()
                        .sessionId())
                .isEqualTo("0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11");
    }

    @Test
    void without_any_time_the_year_of_the_id_stands_for_it() {
        var read = only(MINIMAL.replaceAll("  created_at.*\n", ""));

        assertThat(read.run().times().createdAt()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(notices(read)).singleElement().asString().contains("2026");
    }

    @Test
    void a_year_of_an_id_that_is_none_stands_for_no_time() {
        var read = only(MINIMAL.replaceAll("  created_at.*\n", "").replace("ANALYSIS-2026", "ANALYSIS-0000"));

        assertThat(read.run().times().createdAt()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void passes_that_are_not_told_are_numbered_per_source() {
        var read = entries("""
                analysis_logs:
                - {id: ANALYSIS-2026-001, source_id: a, status: completed, tool: amp}
                - {id: ANALYSIS-2026-002, source_id: b, status: completed, tool: amp, pass: 4}
                - {id: ANALYSIS-2026-003, source_id: a, status: completed, tool: amp}
                - {id: ANALYSIS-2026-004, source_id: b, status: completed, tool: amp}
                """);

        assertThat(read).extracting(entry -> ((Understood) entry).run().pass()).containsExactly(1, 4, 2, 5);
    }

    @Test
    void the_last_pass_there_can_be_takes_no_part_in_the_numbering() {
        var read = entries("""
                analysis_logs:
                - {id: ANALYSIS-2026-001, source_id: a, status: completed, tool: amp, pass: 4}
                - {id: ANALYSIS-2026-002, source_id: a, status: completed, tool: amp, pass: 2147483647}
                - {id: ANALYSIS-2026-003, source_id: a, status: completed, tool: amp}
                """);

        assertThat(read)
                .extracting(entry -> ((Understood) entry).run().pass())
                .containsExactly(4, Integer.MAX_VALUE, 5);
    }

    @Test
    void a_field_that_makes_no_sense_costs_its_entry_only() {
        var read = entries("""
                analysis_logs:
                - {id: ANALYSIS-2026-001, source_id: a, status: completed, tool: amp, tokens_in: many}
                - just a text
                - {id: ANALYSIS-2026-002, source_id: a, status: completed, tool: amp}
                - {id: ANALYSIS-2026-002, source_id: b, status: completed, tool: amp}
                - {source_id: b}
                """);

        assertThat(read.stream().filter(Understood.class::isInstance))
                .singleElement()
                .satisfies(entry -> assertThat(entry.name()).isEqualTo("ANALYSIS-2026-002"));
        assertThat(read.stream().filter(Unreadable.class::isInstance).map(RunYamlReaderTest::words))
                .satisfiesExactly(
                        first -> assertThat(first).contains("ANALYSIS-2026-001", "tokens_in is no number"),
                        second -> assertThat(second).contains("entry 2", "no map"),
                        third -> assertThat(third).contains("this id already"),
                        fourth -> assertThat(fourth).contains("entry 5", "id is missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokens_in: 9223372036854775808",
                "tokens_in: 1e999999999",
                "tokens_in: 1.5",
                "tokens_in: [1]",
                "cost_usd: 1e999999999",
                "cost_usd: 1e2147483648",
                "cost_usd: 1e-999999999",
                "cost_usd: .inf",
                "pass: -1",
                "started_at: soon",
                "started_at: +12026-01-23T10:00:00Z",
                "started_at: '9999-12-31T23:00:00-02:00'",
                "completed_at: '-0001-01-23'",
                "claims_extracted: A-1",
                "claims_extracted: [[A-1]]",
                "claims_extracted: [null]",
                "notes: {a: b}",
                "status: again"
            })
    void nonsense_is_refused_and_named(String field) {
        assertThat(reason(MINIMAL + "  " + field + "\n")).contains(field.substring(0, field.indexOf(':')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "a/b", "a b", "\"a\\u001Bb\"", "''"})
    void an_id_is_one_plain_word(String id) {
        assertThat(reason(MINIMAL.replace("ANALYSIS-2026-001", id))).startsWith("id ");
    }

    @Test
    void numbers_that_nobody_knows_are_unknown() {
        var run = only(MINIMAL + "  tokens_in: ~\n  tokens_out: ''\n  cost_usd: .nan\n  total_tokens: 1_000\n")
                .run();

        assertThat(run.tokens().in()).isNull();
        assertThat(run.tokens().out()).isNull();
        assertThat(run.tokens().costUsd()).isNull();
        assertThat(run.tokens().total()).isEqualTo(1000);
    }

    @Test
    void an_alias_is_not_followed() {
        assertThat(reason("""
                bomb: &a [x, x, x]
                analysis_logs:
                - id: ANALYSIS-2026-001
                  source_id: x
                  status: completed
                  tool: amp
                  claims_extracted: *a
                """)).contains("*a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "[]",
                "runs: []",
                "analysis_logs: text",
                "analysis_logs: []\nanalysis_logs: []",
                "analysis_logs: []\n---\nanalysis_logs: []",
                "analysis_logs: [",
                "analysis_logs: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
                "analysis_logs: \t- x: y: z",
                "\u0000"
            })
    void what_is_no_export_is_refused(String text) {
        assertThatThrownBy(() -> entries(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("IMPORT_UNREADABLE"));
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        assertThatThrownBy(() -> RunYamlReader.read(new byte[] {'a', (byte) 0xff}))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("IMPORT_UNREADABLE");
    }

    @Test
    void a_byte_order_mark_does_not_matter() {
        assertThat(entries("\uFEFF" + MINIMAL)).hasSize(1);
    }

    @Test
    void separators_are_read_in_the_form_that_python_gives_them() {
        var yaml = MINIMAL
                + "  command: C:\\Logs\\L\n  model: 'x\\P'\n  notes: \"\uD83D\uDE00 a \\L b \\P c \\\\L \\e\"\n";

        var about = only(yaml).run().description();

        assertThat(about.notes()).isEqualTo("\uD83D\uDE00 a \u2028 b \u2029 c \\L \u001b");
        assertThat(about.command()).isEqualTo("C:\\Logs\\L");
        assertThat(about.model()).isEqualTo("x\\P");
        assertThatThrownBy(() -> entries(MINIMAL + "  notes: \"\\Q\"\n")).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_character_of_two_halves_may_stand_anywhere() {
        for (int length = 1000; length < 1060; length++) {
            var notes = "x".repeat(length) + "\uD83D\uDE00";

            assertThat(only("# " + notes + "\n" + MINIMAL + "  notes: '" + notes + "'\n")
                            .run()
                            .description()
                            .notes())
                    .isEqualTo(notes);
        }
    }

    @Test
    void names_beside_the_list_are_told() {
        assertThat(RunYamlReader.read(("claims: {a: 1}\n" + MINIMAL).getBytes(StandardCharsets.UTF_8))
                        .leftOut())
                .containsExactly("claims");
    }

    /** Whatever is in the file: runs, entries that are refused, or one problem. */
    @Property(tries = 500)
    void no_bytes_make_it_fail_otherwise(@ForAll long seed) {
        var dice = new Random(seed);
        var bytes = (MINIMAL + "  notes: [a, {b: 'c'}]\n  stages_json: '[{\"stage\": 1}]'\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int n = dice.nextInt(1, 8); n > 0; n--) {
            bytes[dice.nextInt(bytes.length)] =
                    (byte) (dice.nextBoolean() ? dice.nextInt(256) : "-:[]{}'\"\n #&*!|>%".charAt(dice.nextInt(17)));
        }
        try {
            assertThat(RunYamlReader.read(bytes).entries()).isNotNull();
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo("IMPORT_UNREADABLE");
        }
    }
}

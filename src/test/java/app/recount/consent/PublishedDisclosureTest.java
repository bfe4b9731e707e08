package app.recount.consent;

import static app.recount.consent.PublishedDisclosure.Kind.NAMED_NOWHERE;
import static app.recount.consent.PublishedDisclosure.Kind.NOT_FOR_THESE_EVENTS;
import static app.recount.consent.PublishedDisclosure.Kind.NOT_IN_THE_SECTION;
import static app.recount.consent.PublishedDisclosure.Kind.SAYS_NEVER_AGAIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.consent.PublishedDisclosure.Difference;
import app.recount.consent.PublishedDisclosure.Subject;
import app.recount.memory.Activity;
import app.recount.memory.DailyRollup;
import app.recount.memory.DayWindow;
import app.recount.memory.Fingerprint;
import app.recount.memory.Fingerprint.FileState;
import app.recount.memory.MemorySchema;
import app.recount.memory.ReadMode;
import app.recount.memory.RollupMetric;
import app.recount.payload.ApiKey;
import app.recount.payload.Directives;
import app.recount.payload.InstallId;
import app.recount.payload.InstallProfile;
import app.recount.payload.Payload;
import app.recount.payload.SealedPayload;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedDisclosureTest {

    private static final LocalDate DAY = LocalDate.parse("2026-05-11");

    @Test
    void the_page_names_the_counters_of_version_1_and_neither_read_nor_saved_tokens_for_the_backfill() {
        var payload = payload(day(DAY, RollupMetric.values()), day(DAY.plusDays(1), RollupMetric.SESSION_COUNT));

        assertThat(PrivacyReport.of(payload).differences())
                .contains(
                        new Difference(Subject.DAY, List.of("read_tokens"), 1, NAMED_NOWHERE),
                        new Difference(Subject.DAY, List.of("tokens_saved_vs_naive"), 1, NOT_FOR_THESE_EVENTS))
                .flatExtracting(Difference::keys)
                .doesNotContain("observation_count", "obs_type_other", "discovery_tokens", "project_count");
    }

    @Test
    void base_properties_and_the_person_are_not_named_for_the_install_event() {
        assertThat(PrivacyReport.of(payload(day(DAY, RollupMetric.SESSION_COUNT)))
                        .differences())
                .containsExactly(
                        new Difference(Subject.INSTALL, List.of("version", "os", "is_ci"), 1, NOT_FOR_THESE_EVENTS),
                        new Difference(
                                Subject.PERSON, List.of("version", "os", "first_active_date"), 1, NOT_FOR_THESE_EVENTS),
                        new Difference(
                                Subject.DIRECTIVE,
                                List.of("$process_person_profile", "$lib", "$lib_version"),
                                2,
                                NOT_IN_THE_SECTION),
                        new Difference(Subject.VERSION, List.of(), 2, SAYS_NEVER_AGAIN));
    }

    @Test
    void what_compression_cost_is_named_nowhere() {
        assertThat(PrivacyReport.of(payload(day(DAY, RollupMetric.values()))).differences())
                .contains(
                        new Difference(Subject.DAY, List.of("gen_tokens_input"), 1, NAMED_NOWHERE),
                        new Difference(Subject.DAY, List.of("gen_tokens_output"), 1, NAMED_NOWHERE),
                        new Difference(Subject.DAY, List.of("gen_cost_usd"), 1, NAMED_NOWHERE));
    }

    @Test
    @Proves(Promise.DIFFERENCES_TOLD)
    void a_key_that_nobody_thought_of_turns_up_wherever_it_stands() {
        var body = """
                {"api_key":"k","batch":[\
                {"event":"historical_activity","distinct_id":"i","timestamp":"2026-05-11T12:00:00.000Z",\
                "properties":{"session_count":1,"keystrokes":7,"$new":1}},\
                {"event":"install_inferred","distinct_id":"i","timestamp":"2026-05-11T12:00:00.000Z",\
                "properties":{"os":"linux","host":"h","$set":{"os":"linux","user":"u"}}}]}""";

        assertThat(PrivacyReport.of(SealedPayload.parse(body.getBytes(UTF_8)).orElseThrow())
                        .differences())
                .contains(
                        new Difference(Subject.DAY, List.of("keystrokes"), 1, NAMED_NOWHERE),
                        new Difference(Subject.INSTALL, List.of("host"), 1, NAMED_NOWHERE),
                        new Difference(Subject.PERSON, List.of("user"), 1, NAMED_NOWHERE),
                        new Difference(Subject.DIRECTIVE, List.of("$new"), 1, NOT_IN_THE_SECTION));
    }

    /** A switch of the texts needs a word for whatever can be compared. */
    @Test
    void every_difference_has_words() {
        var words = new DisclosureText(new Texts());
        var differences =
                PrivacyReport.of(payload(day(DAY, RollupMetric.values()))).differences();

        assertThat(differences).extracting(Difference::subject).contains(Subject.values());
        assertThat(differences).allSatisfy(difference -> {
            assertThat(words.what(difference)).isNotBlank().contains(String.join(" ", difference.keys()));
            assertThat(words.where(difference, 3)).isNotBlank();
            assertThat(words.kind(difference)).isNotBlank();
            assertThat(words.why(difference)).endsWith(".");
        });
        assertThat(Arrays.stream(PublishedDisclosure.Kind.values()).map(words::legend))
                .allSatisfy(legend -> assertThat(legend).endsWith("."));
    }

    @Test
    void a_payload_without_events_differs_only_in_that_a_newer_version_runs_again() {
        var payload = payload();

        assertThat(PrivacyReport.of(payload).differences())
                .extracting(Difference::kind)
                .containsExactly(SAYS_NEVER_AGAIN);
    }

    /** As the page lists them for {@code historical_activity}; a counter belongs here only if the page was seen to name it. */
    private static final Set<String> ON_THE_PAGE = Set.of(
            "observation_count",
            "session_count",
            "summary_count",
            "prompt_count",
            "project_count",
            "obs_type_bugfix",
            "obs_type_discovery",
            "obs_type_decision",
            "obs_type_refactor",
            "obs_type_other",
            "session_completed_count",
            "session_failed_count",
            "sessions_claude_count",
            "sessions_codex_count",
            "sessions_gemini_count",
            "sessions_other_platform_count",
            "subagent_obs_count",
            "discovery_tokens");

    @Test
    @Proves({Promise.DISCLOSED_KEYS, Promise.DIFFERENCES_TOLD})
    void every_counter_that_the_page_does_not_name_is_told_as_a_difference() {
        var told = PrivacyReport.of(payload(day(DAY, RollupMetric.values()))).differences().stream()
                .filter(difference -> difference.subject() == Subject.DAY)
                .flatMap(difference -> difference.keys().stream())
                .toList();

        assertThat(Stream.of(RollupMetric.values()).map(RollupMetric::key).filter(key -> !ON_THE_PAGE.contains(key)))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    private static DailyRollup day(LocalDate day, RollupMetric... metrics) {
        return new DailyRollup(
                day,
                Arrays.stream(metrics).collect(Collectors.toMap(metric -> metric, metric -> BigDecimal.ONE)),
                Map.of(),
                Map.of());
    }

    private static SealedPayload payload(DailyRollup... days) {
        var last = DAY.plusDays(1);
        var activity = new Activity(
                Path.of("claude-mem.db"),
                ReadMode.IMMUTABLE,
                new Fingerprint(
                        new FileState(1, FileTime.from(Instant.parse("2026-06-12T09:30:00Z"))),
                        Optional.empty(),
                        Optional.empty()),
                Instant.parse("2026-06-12T09:30:00Z"),
                Optional.of(DAY),
                last,
                days.length == 0 ? Optional.empty() : Optional.of(new DayWindow(DAY, last)),
                List.of(days),
                List.of(),
                new MemorySchema(List.of()),
                List.of());
        var properties = new LinkedHashMap<String, Object>();
        properties.put("version", "13.15.3");
        properties.put("os", "linux");
        properties.put("is_ci", false);
        return SealedPayload.seal(
                Payload.of(
                        activity,
                        new InstallId("id", InstallId.Origin.TELEMETRY_JSON),
                        new InstallProfile(properties, List.of("locale")),
                        new Directives("1.2.0", false)),
                ApiKey.rehearsal());
    }
}

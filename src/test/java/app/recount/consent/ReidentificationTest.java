package app.recount.consent;

import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.millis;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.consent.ReidentificationFlag.Code;
import app.recount.consent.ReidentificationFlag.StandingOut;
import app.recount.memory.MemoryFixture;
import app.recount.memory.MemoryReader;
import app.recount.memory.SourceTable;
import app.recount.payload.ApiKey;
import app.recount.payload.Directives;
import app.recount.payload.InstallId;
import app.recount.payload.InstallProfile;
import app.recount.payload.Payload;
import app.recount.payload.SealedPayload;
import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flags come from the sealed bytes of a real history. */
class ReidentificationTest {

    private static final Instant NOW = Instant.parse("2026-06-12T09:30:00Z");
    private static final String ID = "3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77";

    @TempDir
    Path folder;

    private int histories;
    private boolean withoutLocation;
    private final Map<String, Object> profile = new LinkedHashMap<>(Map.of("os", "linux"));

    private List<ReidentificationFlag> flags(MemoryFixture history) {
        var own = folder.resolve("history-" + ++histories);
        var database = history.writeTo(RecountHome.at(own).folder());
        var activity = new MemoryReader(RecountHome.at(folder.resolve("recount"))).read(database, NOW, Progress.NONE);
        var payload = Payload.of(
                activity,
                new InstallId(ID, InstallId.Origin.TELEMETRY_JSON),
                new InstallProfile(profile, List.of()),
                new Directives("1.2.0", withoutLocation));
        return PrivacyReport.of(SealedPayload.seal(payload, ApiKey.rehearsal())).flags();
    }

    private ReidentificationFlag flag(Code code, MemoryFixture history) {
        return find(code, history).orElseThrow();
    }

    private Optional<ReidentificationFlag> find(Code code, MemoryFixture history) {
        return flags(history).stream().filter(flag -> flag.code() == code).findFirst();
    }

    private static MemoryFixture twoDays() {
        return memory().session("2026-05-11T09:00:00Z").session("2026-05-12T09:00:00Z");
    }

    @Test
    void one_id_ties_all_events_together() {
        var flag = flag(Code.INSTALL_ID, twoDays());

        assertThat(flag.events()).isEqualTo(3);
        assertThat(flag.values()).containsExactly(Map.entry("distinct_id", ID));
    }

    @Test
    void the_install_date_is_exact() {
        assertThat(flag(Code.INSTALL_DATE, twoDays()).values())
                .containsExactly(Map.entry("first_active_date", "2026-05-11"));
    }

    @Test
    void what_is_told_of_the_machine_is_named_and_what_is_not_known_is_not() {
        profile.put("os_version", "6.8.0-45-generic");
        profile.put("arch", "x64");

        var flag = flag(Code.SYSTEM, twoDays());

        assertThat(flag.values())
                .containsOnly(
                        Map.entry("os", "linux"),
                        Map.entry("os_version", "6.8.0-45-generic"),
                        Map.entry("arch", "x64"));
        assertThat(new ReidentificationText(new Texts()).message(flag)).contains("kernel release", "6.8.0-45-generic");
        profile.remove("os_version");
        assertThat(new ReidentificationText(new Texts()).message(flag(Code.SYSTEM, twoDays())))
                .doesNotContain("kernel");
    }

    @Test
    void a_locale_is_a_flag_only_where_there_is_one_and_can_be_left_out_as_its_remedy_says() {
        profile.putAll(InstallProfile.detect(environment(Map.of("LANG", "de_AT.UTF-8")))
                .properties());
        assertThat(flag(Code.LOCALE, twoDays()).values()).containsExactly(Map.entry("locale", "de-AT"));

        profile.clear();
        profile.putAll(InstallProfile.detect(environment(Map.of("LANG", "de_AT.UTF-8", "LC_ALL", "C")))
                .properties());
        assertThat(find(Code.LOCALE, twoDays())).isEmpty();
    }

    private Environment environment(Map<String, String> variables) {
        return new Environment(variables, folder, "linux");
    }

    @Test
    void the_server_adds_a_location_unless_it_is_asked_not_to() {
        assertThat(flag(Code.LOCATION, twoDays()).events()).isEqualTo(3);

        withoutLocation = true;
        assertThat(find(Code.LOCATION, twoDays())).isEmpty();
    }

    @Test
    void the_profile_names_what_set_writes() {
        assertThat(flag(Code.PERSON_PROFILE, twoDays()).values().keySet()).containsExactly("os", "first_active_date");
    }

    @Test
    void a_day_that_alone_has_a_failed_session_or_another_tool_stands_out() {
        var history = memory().session("2026-05-11T09:00:00Z")
                .row(
                        SourceTable.SESSIONS,
                        millis("2026-05-12T09:00:00Z"),
                        "platform_source",
                        "gemini",
                        "status",
                        "failed")
                .session("2026-05-13T09:00:00Z");

        assertThat(flag(Code.LONE_DAYS, history).days())
                .containsExactly(standing("2026-05-12", "session_failed_count", 1, "sessions_gemini_count", 1));
    }

    @Test
    void a_day_stands_out_where_it_alone_has_the_highest_count() {
        var history = memory().session("2026-05-11T09:00:00Z")
                .session("2026-05-11T10:00:00Z")
                .prompt("2026-05-11T10:00:00Z")
                .session("2026-05-12T09:00:00Z")
                .prompt("2026-05-12T10:00:00Z");

        assertThat(flag(Code.HIGHEST_DAYS, history).days())
                .containsExactly(standing(
                        "2026-05-11", "session_count", 2, "session_completed_count", 2, "sessions_claude_count", 2));
    }

    @Test
    void days_that_are_alike_and_a_day_without_others_do_not_stand_out() {
        assertThat(flags(twoDays()))
                .extracting(ReidentificationFlag::code)
                .doesNotContain(Code.LONE_DAYS, Code.HIGHEST_DAYS);
    }

    @Test
    void a_single_day_has_nothing_to_stand_out_from() {
        assertThat(flags(memory().session("2026-05-11T09:00:00Z")))
                .extracting(ReidentificationFlag::code)
                .doesNotContain(Code.LONE_DAYS, Code.HIGHEST_DAYS);
    }

    @Test
    void a_history_without_events_has_no_flag() {
        assertThat(flags(memory())).isEmpty();
    }

    @Test
    void every_flag_has_words_for_what_is_so_and_for_what_can_be_done() {
        profile.put("locale", "de-AT");
        var history = memory().session("2026-05-11T09:00:00Z")
                .session("2026-05-11T10:00:00Z")
                .row(SourceTable.SESSIONS, millis("2026-05-12T09:00:00Z"), "status", "failed");
        var words = new ReidentificationText(new Texts());

        var flags = flags(history);

        assertThat(flags).extracting(ReidentificationFlag::code).containsExactly(Code.values());
        assertThat(flags).allSatisfy(flag -> {
            assertThat(words.message(flag)).endsWith(".").doesNotContain("{");
            assertThat(words.remedy(flag)).endsWith(".").doesNotContain("{");
        });
        assertThat(flags)
                .extracting(words::message)
                .anyMatch(text -> text.contains("2026-05-12: session_failed_count 1, sessions_other_platform_count 1"));
    }

    private static StandingOut standing(String day, Object... counters) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < counters.length; i += 2) {
            values.put((String) counters[i], BigDecimal.valueOf((Integer) counters[i + 1]));
        }
        return new StandingOut(LocalDate.parse(day), values);
    }
}

package app.recount.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.recount.store.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What claude-mem's own logs tell of days long past. */
class LogImportTest extends GenerationTest {

    private static final String UTC = "UTC";
    private static final String BERLIN = "Europe/Berlin";

    private Path logs;

    @BeforeEach
    void make_folder() throws IOException {
        logs = Files.createDirectories(directory.path().resolve("logs"));
    }

    private Path log(String name, String... lines) throws IOException {
        return Files.writeString(logs.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String openRouter(String time, int in, int out, String cost) {
        return "[%s] [INFO ] [SDK   ] OpenRouter API usage {model=anthropic/claude-haiku, inputTokens=%d, outputTokens=%d, totalTokens=%d, costUSD=%s}"
                .formatted(time, in, out, in + out, cost);
    }

    private static String captured(String time, int in, int written, int read) {
        return "[%s] [DEBUG] [SDK   ] [session-12] Token usage captured {inputTokens=%d, outputTokens=1, cacheCreation=%d, cacheRead=%d}"
                .formatted(time, in, written, read);
    }

    private ImportReport run(String zone) {
        return run(zone, false);
    }

    private ImportReport run(String zone, boolean dryRun) {
        return generation
                .imports()
                .run(new GenerationImport.Wish(directory, Optional.empty(), ZoneId.of(zone), dryRun), Progress.NONE);
    }

    private List<Leftover> kept() {
        return generation.leftovers().list(directory);
    }

    private GenerationSum sum() {
        return kept().stream()
                .map(leftover -> GenerationSum.of(leftover.figures()))
                .reduce(GenerationSum.NONE, GenerationSum::plus);
    }

    @Test
    void the_sums_are_those_of_adding_the_lines_up_by_hand() throws IOException {
        log(
                "claude-mem-2026-05-11.log",
                "[2026-05-11 09:00:00.000] [INFO ] [SYSTEM] Worker started {port=37777}",
                openRouter("2026-05-11 09:00:01.123", 1000, 200, "0.0123"),
                "[2026-05-11 09:00:02.000] [INFO ] [DB    ] [session-3] STORED {obsIds=[1]}",
                openRouter("2026-05-11 10:00:01.123", 10, 2, "0.1"),
                openRouter("2026-05-12 10:00:01.123", 5, 1, "0.2"));

        var report = run(UTC);

        assertThat(report.logs().usageLines()).isEqualTo(3);
        assertThat(report.leftovers()).isEqualTo(new ImportReport.News(3, 3));
        assertThat(sum().tokensInput()).contains(BigDecimal.valueOf(1015));
        assertThat(sum().tokensOutput()).contains(BigDecimal.valueOf(203));
        assertThat(sum().costUsd()).contains(new BigDecimal("0.3123"));
        assertThat(kept())
                .extracting(
                        leftover -> leftover.day().toString(),
                        leftover -> leftover.provider().orElseThrow())
                .containsExactly(
                        tuple("2026-05-11", "openrouter"),
                        tuple("2026-05-11", "openrouter"),
                        tuple("2026-05-12", "openrouter"));
        assertThat(turns.list(directory)).isEmpty();
    }

    @Test
    void captured_usage_counts_all_that_went_in_and_never_the_placeholder_of_what_came_out() throws IOException {
        log("claude-mem-2026-05-11.log", captured("2026-05-11 09:00:00.000", 7, 100, 1000));

        run(UTC);

        assertThat(kept()).singleElement().satisfies(leftover -> {
            assertThat(leftover.origin()).isEqualTo(LeftoverOrigin.CLAUDE_LOG);
            assertThat(leftover.figures().tokensInput()).contains(1107L);
            assertThat(leftover.figures().tokensOutput()).isEmpty();
            assertThat(leftover.figures().costUsd()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"costUSD=undefined", "costUSD=NaN", "estimatedCostUSD=0.0100", "costUSD=-1", "costUSD=1e999999"})
    void a_cost_that_was_not_reported_stays_unknown(String cost) throws IOException {
        log(
                "claude-mem-2026-05-11.log",
                "[2026-05-11 09:00:00.000] [INFO ] [SDK   ] OpenRouter API usage {model=m, inputTokens=1, outputTokens=2, totalTokens=3, %s}"
                        .formatted(cost));

        run(UTC);

        assertThat(kept().getFirst().figures().tokensInput()).contains(1L);
        assertThat(kept().getFirst().figures().costUsd()).isEmpty();
    }

    @Test
    void broken_lines_are_counted_and_the_others_are_kept() throws IOException {
        log(
                "claude-mem-2026-05-11.log",
                "[2026-05-11 09:00:00.000] [INFO ] [SDK   ] OpenRouter API usage {model=m, inputTok",
                "[2026-05-11 09:00:00.000] [INFO ] [SDK   ] OpenRouter API usage {model=m, inputTokens=x, outputTokens=2}",
                "[2026-05-11 09:00:00.000] [INFO ] [SDK   ] OpenRouter API usage {model=m, inputTokens=1}",
                "[2026-13-11 09:00:00.000] [INFO ] [SDK   ] OpenRouter API usage {model=m, inputTokens=1, outputTokens=2}",
                "{\"OpenRouter API usage\": 5}",
                "\u0000\u0001\uFFFD",
                "",
                openRouter("2026-05-11 09:00:00.000", 1, 2, "0.5"));

        assertThat(run(UTC).logs().broken()).isEqualTo(3);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void a_quoted_message_in_another_line_is_no_usage() throws IOException {
        log(
                "claude-mem-2026-05-11.log",
                "[2026-05-11 09:00:00.000] [INFO ] [HOOK  ] [session-1] prompt: OpenRouter API usage {model=m, inputTokens=1, outputTokens=2}");

        run(UTC);

        assertThat(kept()).isEmpty();
    }

    @Test
    void a_last_line_that_is_still_being_written_waits_for_its_end() throws IOException {
        var line = openRouter("2026-05-11 09:00:00.000", 1, 2, "0.5");
        var file = Files.writeString(logs.resolve("claude-mem-2026-05-11.log"), line);
        run(UTC);
        assertThat(kept()).isEmpty();

        Files.writeString(file, "\n", StandardOpenOption.APPEND);
        run(UTC);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void importing_again_changes_nothing_and_brings_only_what_is_new() throws IOException {
        var file = log("claude-mem-2026-05-11.log", openRouter("2026-05-11 09:00:00.000", 1, 2, "0.5"));
        run(UTC);
        assertThat(run(UTC).leftovers()).isEqualTo(new ImportReport.News(1, 0));

        Files.writeString(file, openRouter("2026-05-11 09:00:01.000", 1, 2, "0.5") + "\n", StandardOpenOption.APPEND);
        assertThat(run(UTC).leftovers()).isEqualTo(new ImportReport.News(2, 1));
        assertThat(sum().costUsd()).contains(BigDecimal.ONE.setScale(1));
    }

    @Test
    void a_look_keeps_nothing_and_says_what_an_import_would_bring() throws IOException {
        log("claude-mem-2026-05-11.log", openRouter("2026-05-11 09:00:00.000", 1, 2, "0.5"));

        assertThat(run(UTC, true).leftovers()).isEqualTo(new ImportReport.News(1, 1));
        assertThat(kept()).isEmpty();
        run(UTC);
        assertThat(run(UTC, true).leftovers()).isEqualTo(new ImportReport.News(1, 0));
    }

    @Test
    void what_a_rotation_moved_copied_or_compressed_is_not_counted_twice() throws IOException {
        var lines = openRouter("2026-05-11 09:00:00.000", 1, 2, "0.5") + "\n"
                + openRouter("2026-05-11 09:00:01.000", 3, 4, "0.25") + "\n";
        Files.writeString(logs.resolve("claude-mem-2026-05-11.log"), lines);
        Files.writeString(logs.resolve("claude-mem-2026-05-11.log.1"), lines);
        try (var out = new GZIPOutputStream(Files.newOutputStream(logs.resolve("claude-mem-2026-05-11.2.log.gz")))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        run(UTC);
        Files.move(logs.resolve("claude-mem-2026-05-11.log"), logs.resolve("claude-mem-2026-05-11.log.3"));
        Files.delete(logs.resolve("claude-mem-2026-05-11.log.1"));

        assertThat(run(UTC).leftovers().changed()).isZero();
        assertThat(sum().costUsd()).contains(new BigDecimal("0.75"));
    }

    @Test
    void equal_lines_of_one_file_are_different_calls() throws IOException {
        var line = openRouter("2026-05-11 09:00:00.000", 1, 2, "0.5");
        log("claude-mem-2026-05-11.log", line, line);

        run(UTC);

        assertThat(kept()).hasSize(2);
    }

    @Test
    void a_compressed_log_that_is_cut_off_counts_as_far_as_it_goes() throws IOException {
        var whole = logs.resolve("whole");
        try (var out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            for (int n = 0; n < 5000; n++) {
                out.write((openRouter("2026-05-11 09:%02d:%02d.%03d".formatted(n / 600, n / 10 % 60, n), 1, n, "0.5")
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        var bytes = Files.readAllBytes(whole);
        Files.delete(whole);
        Files.write(logs.resolve("claude-mem-2026-05-11.log.gz"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(run(UTC).logs().cutFiles()).isEqualTo(1);
        assertThat(kept()).hasSizeBetween(100, 4999);
    }

    @Test
    void a_huge_file_with_endless_lines_is_read_in_little_memory() throws IOException {
        var file = logs.resolve("claude-mem-2026-05-11.log");
        var block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(file)) {
            out.write("[2026-05-11 08:00:00.000] [DEBUG] [SDK   ] ".getBytes(StandardCharsets.UTF_8));
            for (int n = 0; n < 64; n++) {
                out.write(block);
            }
            out.write(("\n" + openRouter("2026-05-11 09:00:00.000", 1, 2, "0.5") + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(run(UTC).logs().lines()).isEqualTo(2);
        assertThat(kept()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-05-11 23:30:00.000, 2026-05-11",
        "Europe/Berlin, 2026-05-12 01:30:00.000, 2026-05-11",
        "Europe/Berlin, 2026-05-12 02:00:00.000, 2026-05-12",
        "America/Los_Angeles, 2026-05-11 17:00:00.000, 2026-05-12",
        "Asia/Tokyo, 2026-05-12 08:59:59.999, 2026-05-11",
        // the same local time on either side of a clock change
        "Europe/Berlin, 2026-03-29 01:59:59.999, 2026-03-29",
        "Europe/Berlin, 2026-03-29 00:59:59.999, 2026-03-28",
        "Europe/Berlin, 2026-03-30 01:59:59.999, 2026-03-29"
    })
    void local_times_fall_on_their_utc_day(String zone, String time, String day) throws IOException {
        log("claude-mem-%s.log".formatted(day), openRouter(time, 1, 2, "0.5"));

        assertThat(run(zone).logs().doubtfulFiles()).isZero();
        assertThat(kept().getFirst().day()).hasToString(day);
    }

    @Test
    void an_hour_that_a_clock_change_repeats_is_told_apart_by_the_order_of_the_lines() throws IOException {
        // Godthab was three hours behind UTC in summer: its clock went back from 22:00 to 21:00, over midnight in UTC
        var zone = "America/Godthab";
        var change = "2021-10-30";
        log(
                "claude-mem-%s.log".formatted(change),
                openRouter(change + " 21:30:00.000", 1, 0, "0.5"),
                openRouter(change + " 22:30:00.000", 2, 0, "0.5"),
                openRouter(change + " 22:59:00.000", 3, 0, "0.5"),
                openRouter(change + " 22:10:00.000", 4, 0, "0.5"),
                openRouter(change + " 23:10:00.000", 5, 0, "0.5"));
        var rules = ZoneId.of(zone).getRules();
        var repeated = LocalDateTime.parse(change + "T22:10:00");
        assertThat(rules.getValidOffsets(repeated)).hasSize(2);

        var clock = new LogClock(ZoneId.of(zone));
        var instants = Stream.of("21:30", "22:30", "22:59", "22:10", "23:10")
                .map(time -> clock.instant(LocalDateTime.parse(change + "T" + time + ":00")))
                .toList();
        assertThat(instants).isSorted();
        assertThat(Duration.between(instants.get(2), instants.get(3))).isEqualTo(Duration.ofMinutes(11));
    }

    @Test
    void a_time_that_the_zone_skipped_is_counted_and_told() throws IOException {
        log("claude-mem-2026-03-29.log", openRouter("2026-03-29 02:30:00.000", 1, 2, "0.5"));

        assertThat(run(BERLIN).logs().skippedTimes()).isEqualTo(1);
        assertThat(kept().getFirst().day()).hasToString("2026-03-29");
    }

    @Test
    void a_log_that_was_written_in_another_zone_is_told_by_its_name() throws IOException {
        log("claude-mem-2026-05-11.log", openRouter("2026-05-12 08:00:00.000", 1, 2, "0.5"));

        assertThat(run(UTC, true).logs().doubtfulFiles()).isEqualTo(1);
        assertThat(run("Asia/Tokyo", true).logs().doubtfulFiles()).isZero();
    }

    @Test
    void lines_keep_the_day_that_they_were_first_imported_for_when_the_zone_changes() throws IOException {
        log("claude-mem-2026-05-11.log", openRouter("2026-05-11 23:30:00.000", 1, 2, "0.5"));
        run(UTC);
        run("America/Los_Angeles");

        assertThat(kept())
                .singleElement()
                .satisfies(leftover -> assertThat(leftover.day()).hasToString("2026-05-11"));
    }

    @Test
    void without_a_folder_there_is_nothing_to_import() throws IOException {
        Files.delete(logs);

        assertThat(run(UTC).leftovers()).isEqualTo(new ImportReport.News(0, 0));
    }

    @Test
    void other_files_of_the_folder_are_left_alone() throws IOException {
        log("worker-2026-05-11.log", openRouter("2026-05-11 09:00:00.000", 1, 2, "0.5"));
        log("claude-mem-2026-02-30.log", openRouter("2026-05-11 09:00:00.000", 1, 2, "0.5"));
        Files.createDirectory(logs.resolve("claude-mem-2026-05-11.log"));

        assertThat(run(UTC).logs().files()).isZero();
    }
}

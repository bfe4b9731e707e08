package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.analysis.PriceTable.Price;
import app.recount.faults.InChild;
import app.recount.faults.InChild.Surroundings;
import app.recount.problem.ProblemException;
import app.recount.session.TokenCount;
import app.recount.session.Usage;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {

    @TempDir
    Path folder;

    private Path own;
    private PriceTable prices;

    @BeforeEach
    void use_a_folder_without_own_prices() {
        own = folder.resolve("prices.json");
        prices = new PriceTable(own);
    }

    @Test
    void the_published_prices_say_their_day_and_their_source() {
        assertThat(prices.date()).isBetween(LocalDate.of(2026, 1, 1), LocalDate.of(2030, 1, 1));
        assertThat(prices.source()).contains("Anthropic").contains("OpenAI");
        assertThat(prices.models()).isNotEmpty();
    }

    @Test
    void cache_writes_of_claude_cost_a_quarter_more_for_five_minutes_and_twice_for_an_hour() {
        assertThat(prices.models().entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("claude-"))
                // the oldest one is rounded to whole cents
                .filteredOn(entry -> !entry.getKey().equals("claude-3-haiku"))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    var price = entry.getValue();
                    assertThat(price.cacheWrite5m())
                            .isEqualByComparingTo(price.input().multiply(new BigDecimal("1.25")));
                    assertThat(price.cacheWrite1h())
                            .isEqualByComparingTo(price.input().multiply(new BigDecimal("2")));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-sonnet-4-5", "claude-sonnet-4-5-20250929", "gpt-5", "gpt-5-2025-08-07"})
    void a_model_is_found_by_its_name_with_or_without_a_date(String model) {
        assertThat(prices.price(model)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "claude",
                "claude-sonnet-4-5-latest",
                "Claude-Sonnet-4-5",
                "claude-sonnet-4-5-202509291",
                "anthropic.claude-sonnet-4-5",
                "claude-haiku-5-5",
                "<synthetic>"
            })
    void a_model_is_never_found_by_likeness(String model) {
        assertThat(prices.price(model)).isEmpty();
    }

    @Test
    void the_cost_of_nothing_is_nothing() {
        assertThat(prices.cost(Usage.NONE)).contains(new BigDecimal("0.00"));
    }

    @Test
    void a_model_that_used_no_tokens_needs_no_price() {
        assertThat(prices.cost(usage(Map.of("<synthetic>", new TokenCount(0, 0, 0, 0, 0, 0, 3)))))
                .contains(new BigDecimal("0.00"));
    }

    @Test
    void tokens_that_turned_out_to_be_of_another_kind_cost_the_difference() {
        var before = usage(Map.of("claude-sonnet-4-5", new TokenCount(0, 0, 1000, 0, 0, 0, 1)));
        var after = usage(Map.of("claude-sonnet-4-5", new TokenCount(0, 0, 0, 1000, 0, 0, 1)));
        assertThat(prices.cost(after.minus(before))).contains(new BigDecimal("0.00225"));
        assertThat(prices.cost(before.minus(after))).isEmpty();
    }

    @Test
    void calls_without_a_model_have_no_cost() {
        assertThat(prices.cost(usage(Map.of("", new TokenCount(1, 0, 0, 0, 0, 0, 1)))))
                .isEmpty();
    }

    @Test
    void a_cost_is_exact_however_large() {
        var usage = usage(Map.of("claude-sonnet-4-5", new TokenCount(999_999_999_999_999L, 1, 0, 0, 0, 0, 1)));

        assertThat(prices.cost(usage)).contains(new BigDecimal("2999999999.9999973"));
    }

    @Test
    void own_prices_win_and_the_others_stay() throws IOException {
        Files.writeString(own, """
                {"date": "2026-11-01", "source": "the contract", "models": {
                    "mine": {"input": 1, "cache_read": 0.1, "output": 2},
                    "claude-sonnet-4-5": {"input": 9, "cache_write_5m": 8, "cache_write_1h": 7, "cache_read": 6, "output": 5}}}
                """);

        assertThat(prices.date()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(prices.source())
                .contains("own prices")
                .contains("the contract")
                .contains("Anthropic");
        assertThat(prices.price("mine")).contains(price("1", "1.25", "2", "0.1", "2"));
        assertThat(prices.price("claude-sonnet-4-5-20250929")).contains(price("9", "8", "7", "6", "5"));
        assertThat(prices.price("claude-opus-4-5")).isPresent();
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void own_prices_that_may_not_be_read_are_told_in_words() throws IOException {
        Files.writeString(own, "{}");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("---------"));

        assertThatThrownBy(() -> prices.price("claude-sonnet-4-5"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().cause()).isEqualTo(Wording.of("system.denied", own.toString())));
    }

    @Test
    void own_prices_are_read_again_when_they_change() throws IOException {
        Files.writeString(own, "{\"date\": \"2026-11-01\", \"models\": {}}");
        assertThat(prices.price("mine")).isEmpty();

        Files.writeString(own, """
                {"date": "2026-11-02", "models": {"mine": {"input": 1, "cache_read": 1, "output": 1}}}
                """);
        Files.setLastModifiedTime(own, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(prices.price("mine")).isPresent();
        Files.delete(own);
        assertThat(prices.price("mine")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"date\": \"2026-11-01\"}",
                "{\"date\": \"yesterday\", \"models\": {}}",
                "{\"models\": {}}",
                "{\"date\": \"2026-11-01\", \"models\": {\"m\": {\"input\": 1, \"output\": 1}}}",
                "{\"date\": \"2026-11-01\", \"models\": {\"m\": {\"input\": -1, \"cache_read\": 1, \"output\": 1}}}",
                "{\"date\": \"2026-11-01\", \"models\": {\"m\": {\"input\": \"1\", \"cache_read\": 1, \"output\": 1}}}",
                "{\"date\": \"2026-11-01\", \"models\": {\"m\": {\"in\": 1, \"input\": 1, \"cache_read\": 1, \"output\": 1}}}",
                "{\"date\": \"2026-11-01\", \"modells\": {}, \"models\": {}}"
            })
    void own_prices_that_cannot_be_understood_are_told_and_not_left_out(String text) throws IOException {
        Files.writeString(own, text);

        assertThatThrownBy(() -> prices.price("claude-sonnet-4-5"))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("PRICES_INVALID");
                    assertThat(new Texts().say(e.problem().sentences())).contains("cannot be understood. ");
                });
    }

    private static Usage usage(Map<String, TokenCount> models) {
        var all = models.values().stream().reduce(TokenCount.ZERO, TokenCount::plus);
        return new Usage(all, TokenCount.ZERO, new TreeMap<>(models));
    }

    private static Price price(String input, String write5m, String write1h, String read, String output) {
        return new Price(
                new BigDecimal(input),
                new BigDecimal(write5m),
                new BigDecimal(write1h),
                new BigDecimal(read),
                new BigDecimal(output));
    }
}

package app.recount.payload;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is thrown at the allow-list, only listed keys with plain values come out. */
@Proves(Promise.CLOSED_LIST)
class AllowListPropertiesTest {

    private static final List<AllowList> LISTS = List.of(AllowList.DAY, AllowList.INSTALL, AllowList.PERSON);

    @Property
    void only_listed_keys_pass_and_the_rest_is_named_as_dropped(@ForAll("anything") Map<String, Object> properties) {
        for (var list : LISTS) {
            var admission = list.admit(properties);

            assertThat(admission.properties().keySet()).isSubsetOf(list.keys());
            assertThat(admission.dropped()).noneMatch(admission.properties()::containsKey);
            assertThat(admission.properties().size() + admission.dropped().size())
                    .isEqualTo(properties.size());
        }
    }

    @Property
    void only_numbers_booleans_and_short_texts_pass(@ForAll("anything") Map<String, Object> properties) {
        for (var list : LISTS) {
            assertThat(list.admit(properties).properties().values()).allSatisfy(value -> {
                assertThat(value).isInstanceOfAny(BigDecimal.class, Boolean.class, String.class);
                if (value instanceof String text) {
                    assertThat(text.length()).isLessThanOrEqualTo(AllowList.LONGEST_TEXT);
                }
            });
        }
    }

    @Property
    void no_dropped_text_reaches_the_sealed_bytes(@ForAll("anything") Map<String, Object> properties) {
        var secret = "s3cr3t-7f1d";
        var poisoned = new HashMap<>(properties);
        poisoned.put("prompt_text", secret);
        poisoned.put("observation_count", Map.of("nested", secret));
        poisoned.put("backfilled", List.of(secret));

        assertThat(AllowList.DAY.admit(poisoned).properties().toString()).doesNotContain(secret);
    }

    @Example
    void a_text_is_never_cut_inside_a_character() {
        var text = "x".repeat(199) + "😀";

        assertThat(AllowList.INSTALL.admit(Map.of("version", text)).properties())
                .containsEntry("version", "x".repeat(199) + "\uFFFD");
    }

    @Example
    void a_number_that_is_none_is_dropped() {
        var properties = Map.of("read_tokens", Double.NaN, "session_count", Double.POSITIVE_INFINITY);

        assertThat(AllowList.DAY.admit(properties).dropped()).containsOnly("read_tokens", "session_count");
    }

    @Example
    void no_key_about_the_install_may_stand_in_a_day() {
        assertThat(AllowList.DAY.keys()).doesNotContainAnyElementsOf(AllowList.BASE_KEYS);
    }

    @Provide
    Arbitrary<Map<String, Object>> anything() {
        return Arbitraries.randomValue(AllowListPropertiesTest::properties);
    }

    private static Map<String, Object> properties(Random random) {
        var listed = LISTS.stream().flatMap(list -> list.keys().stream()).toList();
        var properties = new HashMap<String, Object>();
        for (int i = random.nextInt(30); i > 0; i--) {
            var key = random.nextBoolean() ? listed.get(random.nextInt(listed.size())) : text(random, 20);
            properties.put(key, value(random, 3));
        }
        return properties;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextLong();
            case 2 -> Double.longBitsToDouble(random.nextLong());
            case 3 -> random.nextBoolean();
            case 4, 5 -> text(random, 400);
            case 6 -> new byte[random.nextInt(5)];
            case 7 -> Float.NaN;
            case 8 -> List.of(value(random, depth - 1));
            default -> Map.of(text(random, 5), value(random, depth - 1));
        };
    }

    /** Any UTF-16 units at all, lone surrogates among them. */
    private static String text(Random random, int longest) {
        var units = new char[random.nextInt(longest)];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) random.nextInt(Character.MAX_VALUE);
        }
        return new String(units);
    }
}

package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class EntryPageTest {

    private static final String[] TEXTS = {
        "msg_1", "msg_2", "opus", "", "-", "a b", "\"\\\n\t", "ünï ✓ 日本語", "😀", "\u0001\u2028"
    };

    private static final TokenCount SOME = new TokenCount(1, 2, 3, 4, 5, 6, 7);

    @Test
    void it_is_text_that_people_and_sql_can_read() {
        var page = EntryPage.of(
                40,
                List.of(
                        new LogEntry("msg_1", Instant.parse("1970-01-01T00:00:01.5Z"), "opus", false, SOME, null),
                        new LogEntry("a\"b", null, null, true, null, SOME),
                        new LogEntry("msg_1", Instant.EPOCH, "opus", false, SOME, SOME)));

        assertThat(page).isEqualTo(new EntryPage(40, 3, "[\"msg_1\",\"a\\\"b\",\"msg_1\"]", "[\"opus\"]", """
                        0 1500000 0 1,2,3,4,5,6,7 -
                        - - 1 - 1,2,3,4,5,6,7
                        0 0 0 1,2,3,4,5,6,7 1,2,3,4,5,6,7
                        """));
    }

    @Property(tries = 2_000)
    void it_reads_back_what_was_put_into_it(@ForAll long seed) {
        var random = new Random(seed);
        var entries = new ArrayList<LogEntry>();
        for (var count = random.nextInt(30); count > 0; count--) {
            entries.add(new LogEntry(
                    TEXTS[random.nextInt(TEXTS.length)],
                    random.nextInt(4) == 0 ? null : time(random),
                    random.nextInt(4) == 0 ? null : TEXTS[random.nextInt(TEXTS.length)],
                    random.nextBoolean(),
                    tokens(random),
                    tokens(random)));
        }

        assertThat(EntryPage.of(random.nextInt(), entries).read()).isEqualTo(entries);
    }

    private static Instant time(Random random) {
        return Instant.EPOCH.plus(
                random.nextLong(-10_000_000_000_000_000L, 10_000_000_000_000_000L), ChronoUnit.MICROS);
    }

    private static @Nullable TokenCount tokens(Random random) {
        return random.nextInt(3) == 0
                ? null
                : new TokenCount(
                        number(random),
                        number(random),
                        number(random),
                        number(random),
                        number(random),
                        number(random),
                        number(random));
    }

    private static long number(Random random) {
        return random.nextLong() >>> (1 + random.nextInt(63));
    }

    @Test
    void what_is_no_page_is_not_read_as_one() {
        var page = EntryPage.of(0, List.of(new LogEntry("msg_1", Instant.EPOCH, "opus", false, SOME, null)));

        for (var broken : List.of(
                new EntryPage(0, 1, "{}", page.models(), page.entries()),
                new EntryPage(0, 1, "[\"msg_1\"", page.models(), page.entries()),
                new EntryPage(0, 1, "[\"msg_1\",null]", page.models(), page.entries()),
                new EntryPage(0, 1, page.calls(), "[]", page.entries()),
                new EntryPage(0, 2, page.calls(), page.models(), page.entries()),
                new EntryPage(0, 1, page.calls(), page.models(), page.entries() + page.entries()),
                new EntryPage(0, 1, page.calls(), page.models(), "9999999999 0 0 1,2,3,4,5,6,7 -\n"),
                new EntryPage(0, 2, "[\"msg_1\",\"msg_2\"]", page.models(), page.entries()),
                new EntryPage(0, 1, page.calls(), page.models(), "0 0 0 1,2,3 -\n"))) {
            assertThatThrownBy(broken::read)
                    .as("damage, as the store tells it: %s", broken)
                    .isInstanceOfAny(
                            JacksonException.class, IllegalArgumentException.class, IndexOutOfBoundsException.class);
        }
    }
}

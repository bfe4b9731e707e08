package app.recount.desktop.help;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.help.Piece.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words looked for in two documents of a few lines, and in those that are shipped. */
class HelpSearchTest {

    private static final String GUIDE = """
            # Guide

            Welcome to the marker.

            ## Sending

            Nothing is sent twice.

            A Marker says what was sent, and `when`.

            ## Marker: what it says

            Days.
            """;

    private static final String CODES = """
            # Codes

            | code | status |
            | --- | --- |
            | `DAYS_CHANGED` | exit 1 |
            | `KEY_MISSING` | exit 2 |

            ```
            recount send
            recount decline
            ```

            See [the chain](receipts.md) or [PostHog](https://posthog.com).
            """;

    private final HelpSearch search =
            new HelpSearch(Stream.concat(Place.of("guide", read(GUIDE)), Place.of("codes", read(CODES)))
                    .toList());

    @Test
    void titles_come_before_texts_and_both_in_the_order_of_the_documents() {
        assertThat(titles("marker")).containsExactly("Marker: what it says", "Guide", "Sending");
        assertThat(titles("days")).containsExactly("Marker: what it says", "Codes");
    }

    @Test
    void all_words_stand_in_the_same_chapter_in_any_order_and_case() {
        assertThat(titles("  TWICE   marker")).containsExactly("Sending");
        assertThat(titles("welcome twice")).isEmpty();
    }

    @Test
    void a_code_is_found_by_any_part_of_it() {
        assertThat(titles("ys_chang")).containsExactly("Codes");
        assertThat(titles("changed days")).containsExactly("Codes");
    }

    @Test
    void what_is_read_is_found_and_what_is_not_shown_is_not() {
        assertThat(titles("posthog.com")).as("an address that is shown").containsExactly("Codes");
        assertThat(titles("receipts.md")).as("the target of a link").isEmpty();
        assertThat(titles("`when`")).as("the marks of a style").isEmpty();
    }

    @Test
    void the_passage_is_the_first_that_has_most_of_the_words() {
        assertThat(found("marker").passage()).as("the title").isZero();
        assertThat(found("sent marker").passage()).isEqualTo(2);
        assertThat(found("missing").passage()).as("the third row").isEqualTo(3);
        assertThat(found("decline").passage()).as("the second line of code").isEqualTo(5);
    }

    @Test
    void a_snippet_is_of_the_text_and_what_was_found_stands_out() {
        assertThat(snippet("sent marker")).isEqualTo("A [Marker] says what was [sent], and when.");
        assertThat(snippet("missing")).isEqualTo("KEY_[MISSING] · exit 2");
        assertThat(snippet("what it says")).as("of a title").isEqualTo("Days.");
    }

    @Test
    void a_snippet_of_a_long_text_is_cut_between_words() {
        var words = "one two three four five six seven eight nine ten ";
        var snippet = Snippet.of(words.repeat(2) + "needle, " + words.repeat(2), SearchWords.of("needle"));

        assertThat(shown(snippet)).isEqualTo("…eight nine ten [needle], one two three four five six seven…");
    }

    @Test
    void words_that_overlap_are_marked_as_one() {
        assertThat(SearchWords.of("mark arker er").spans("Markers, mark"))
                .containsExactly(new SearchWords.Span(0, 6), new SearchWords.Span(9, 13));
    }

    @Test
    void marks_stand_where_the_words_stand_also_behind_letters_that_grow_in_lower_case() {
        assertThat(SearchWords.of("end").spans("İİ end")).containsExactly(new SearchWords.Span(3, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"marker", "exit status", "DAYS_CHANGED", "--approve", "recount_home"})
    void the_shipped_documents_say_something_of(String words) {
        assertThat(new HelpSearch(new Documents().places()).find(SearchWords.of(words)))
                .isNotEmpty()
                .allSatisfy(found ->
                        assertThat(found.snippet()).extracting(Piece::kind).contains(Kind.STRONG));
    }

    private static Document read(String text) {
        return new DocumentReader(text).read();
    }

    private List<String> titles(String typed) {
        return search.find(SearchWords.of(typed)).stream()
                .map(found -> found.place().chapter().title())
                .toList();
    }

    private Found found(String typed) {
        return search.find(SearchWords.of(typed)).getFirst();
    }

    private String snippet(String typed) {
        return shown(found(typed).snippet());
    }

    private static String shown(List<Piece> snippet) {
        return snippet.stream()
                .map(piece -> piece.kind() == Kind.STRONG ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}

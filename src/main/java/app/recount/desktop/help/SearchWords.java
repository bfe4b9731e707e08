package app.recount.desktop.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The words that somebody looks for: in any order, in upper or lower case, also as parts of longer words. */
record SearchWords(List<String> words) {

    static final SearchWords NONE = new SearchWords(List.of());

    /** A part of a text, from one character up to another, which does not belong to it. */
    record Span(int start, int end) {}

    static SearchWords of(String typed) {
        return new SearchWords(Arrays.stream(typed.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Those that stand in a text. */
    List<String> in(String text) {
        return words.stream().filter(word -> find(word, text, 0) >= 0).toList();
    }

    /** Where they stand in a text, one after the other; what overlaps or touches is one. */
    List<Span> spans(String text) {
        var all = new ArrayList<Span>();
        for (var word : words) {
            for (int at = find(word, text, 0); at >= 0; at = find(word, text, at + 1)) {
                all.add(new Span(at, at + word.length()));
            }
        }
        all.sort(Comparator.comparingInt(Span::start));
        return joined(all);
    }

    private static List<Span> joined(List<Span> sorted) {
        var joined = new ArrayList<Span>();
        for (var span : sorted) {
            if (!joined.isEmpty() && joined.getLast().end() >= span.start()) {
                var last = joined.removeLast();
                joined.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }

    /** Letter by letter, because a text in lower case may be longer than it was. */
    private static int find(String word, String text, int from) {
        for (int at = from; at <= text.length() - word.length(); at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return at;
            }
        }
        return -1;
    }
}

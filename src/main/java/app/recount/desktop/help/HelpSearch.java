package app.recount.desktop.help;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds words in all chapters of all documents; a chapter is found when all of them stand in it. */
final class HelpSearch {

    private record Entry(Place place, List<String> passages) {}

    private record Ranked(Found found, int wordsInTitle) {}

    private final List<Entry> entries;

    /** @param places in the order in which they are read */
    HelpSearch(List<Place> places) {
        entries = places.stream()
                .map(place -> new Entry(place, Passages.of(place.chapter())))
                .toList();
    }

    /** The places found: the more words a title has, the earlier; else as they follow each other in the documents. */
    List<Found> find(SearchWords words) {
        return entries.stream()
                .flatMap(entry -> in(entry, words).stream())
                .sorted(Comparator.comparingInt(Ranked::wordsInTitle).reversed())
                .map(Ranked::found)
                .toList();
    }

    private static Optional<Ranked> in(Entry entry, SearchWords words) {
        var standing = entry.passages().stream().map(words::in).toList();
        if (standing.stream().flatMap(List::stream).distinct().count()
                < words.words().size()) {
            return Optional.empty();
        }
        var counts = standing.stream().mapToInt(List::size).toArray();
        var below = entry.passages().get(firstOfMost(counts, 1));
        return Optional.of(
                new Ranked(new Found(entry.place(), firstOfMost(counts, 0), Snippet.of(below, words)), counts[0]));
    }

    private static int firstOfMost(int[] counts, int from) {
        return IntStream.range(from, counts.length)
                .boxed()
                .max(Comparator.<Integer>comparingInt(passage -> counts[passage])
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(0);
    }
}

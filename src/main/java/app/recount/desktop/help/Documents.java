package app.recount.desktop.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The documents that the program brings along. */
final class Documents {

    static final String GUIDE = "user-guide";

    /** In the order in which they are offered; the build copies them from {@code docs}. */
    static final List<String> NAMES = List.of(GUIDE, "cli", "problems", "privacy", "prices", "receipts");

    static final String ENDING = ".md";

    private static final String FOLDER = "/app/recount/docs/";

    private final Map<String, Document> read = new ConcurrentHashMap<>();

    /** A document, which is read once, on whatever thread. */
    Document read(String name) {
        return read.computeIfAbsent(name, Documents::shipped);
    }

    /** All chapters of all documents, in their order. */
    List<Place> places() {
        return NAMES.stream().flatMap(name -> Place.of(name, read(name))).toList();
    }

    private static Document shipped(String name) {
        try (var in = Objects.requireNonNull(Documents.class.getResourceAsStream(FOLDER + name + ENDING), name)) {
            return new DocumentReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)).read();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A picture by what the document calls it, in the dark version where it is wanted and there is one. */
    Optional<URL> picture(String file, boolean dark) {
        var inDark = Optional.of(file.replace("-light.", "-dark.")).filter(name -> dark);
        return inDark.flatMap(this::resource).or(() -> resource(file));
    }

    private Optional<URL> resource(String file) {
        return Optional.ofNullable(Documents.class.getResource(FOLDER + file));
    }
}

package app.recount.desktop.analyses;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A field that begins with what a run says already. Only what was changed in it is said anew: emptied, it takes away what was there;
 * left alone, it keeps also what nobody could type, such as an id with a comma.
 */
final class Prefilled {

    private static final Pattern SEPARATORS = Pattern.compile("[,;\\n\\r]");

    private final String before;
    private final StringProperty text;

    private Prefilled(String before) {
        this.before = before;
        this.text = new SimpleStringProperty(before);
    }

    static Prefilled with(@Nullable String said) {
        return new Prefilled(Objects.requireNonNullElse(said, ""));
    }

    static Prefilled with(List<String> ids) {
        return new Prefilled(String.join(", ", ids));
    }

    StringProperty text() {
        return text;
    }

    /** What stands there now; empty if it is what stood there at first. */
    Optional<String> changed() {
        return text.get().equals(before)
                ? Optional.empty()
                : Optional.of(text.get().strip());
    }

    /** The same as ids, each once, in the order given. They may hold spaces. */
    Optional<List<String>> changedIds() {
        return changed()
                .map(listed -> Stream.of(SEPARATORS.split(listed, -1))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList());
    }
}

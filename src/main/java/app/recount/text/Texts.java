package app.recount.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Looks texts up in the one file {@code app/recount/texts.properties}. Patterns are {@link MessageFormat}'s: numbers given as
 * arguments are grouped as English does, whatever the machine's locale, because the texts are English.
 */
public final class Texts {

    private final TextFile file = new TextFile();

    /** The text of a key as it stands, or the pattern filled in if there are arguments; fails for a key that does not exist. */
    public String get(String key, Object... arguments) {
        var pattern = file.get(key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.ENGLISH)
                        .format(Arrays.stream(arguments).map(this::said).toArray());
    }

    /** What was found out elsewhere, in words. */
    public String say(Wording wording) {
        return switch (wording) {
            case Wording.Text text -> get(text.key(), text.arguments().toArray());
            case Wording.Verbatim verbatim -> verbatim.words();
            case Wording.Sentences sentences ->
                sentences.parts().stream().map(this::say).collect(Collectors.joining(" "));
        };
    }

    private Object said(Object argument) {
        return argument instanceof Wording wording ? say(wording) : argument;
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return file.keys().contains(key);
    }

    /** All keys that begin with {@code prefix}, sorted, so that a set of statements is one block of the bundle. */
    public List<String> keysBelow(String prefix) {
        return file.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }
}

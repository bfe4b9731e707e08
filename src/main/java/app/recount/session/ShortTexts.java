package app.recount.session;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes texts of bytes, and the same text again if it was met lately: names, folders and models are the same in every line. */
final class ShortTexts {

    private static final int PLACES = 64;
    private static final char REPLACED = '\uFFFD';

    private final String[] known = new String[PLACES];

    ShortTexts() {
        java.util.Arrays.fill(known, "");
    }

    /** The text of a JSON string's inside; null if it is not plain enough to say. */
    @Nullable
    String of(byte[] bytes, int from, int to) {
        var hash = 0;
        var isAscii = true;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                return unescaped(bytes, from, to);
            }
            isAscii &= bytes[i] >= 0;
            hash = 31 * hash + bytes[i];
        }
        return isAscii ? ascii(bytes, from, to, hash) : decoded(bytes, from, to);
    }

    private String ascii(byte[] bytes, int from, int to, int hash) {
        var place = (hash ^ hash >>> 16) & PLACES - 1;
        var text = known[place];
        if (!isSame(text, bytes, from, to)) {
            text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            known[place] = text;
        }
        return text;
    }

    private static boolean isSame(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** Where Java would replace what is no UTF-8, others may see something else. */
    private static @Nullable String decoded(byte[] bytes, int from, int to) {
        var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf(REPLACED) < 0 ? text : null;
    }

    /** The folders of Windows are full of backslashes; other escapes are rare. */
    private static @Nullable String unescaped(byte[] bytes, int from, int to) {
        var text = decoded(bytes, from, to);
        if (text == null) {
            return null;
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && "\\\"/".indexOf(text.charAt(++i)) < 0) {
                return null;
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }
}

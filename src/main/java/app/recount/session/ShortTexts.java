package app.recount.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes texts of bytes, and the same text again if it was met lately: names, folders and models are the same in every line. */
final class ShortTexts {

    private static final int PLACES = 1 << Byte.SIZE;

    /** Spreads what is multiplied by it over the highest bits. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final char REPLACED = '\uFFFD';
    private static final long BACKSLASHES = EightBytes.of((byte) '\\');

    private final byte[][] knownBytes = new byte[PLACES][0];
    private final String[] known = new String[PLACES];
    private final UnaryOperator<String> form;

    /** @param form gives the text that is kept and handed out for a new one */
    ShortTexts(UnaryOperator<String> form) {
        Arrays.fill(known, "");
        this.form = form;
    }

    /** The text of a JSON string's inside; null if it is not plain enough to say. */
    @Nullable
    String of(byte[] bytes, int from, int to) {
        var hash = (long) to - from;
        var backslashes = 0L;
        var letters = 0L;
        for (var at = from; at < to; at += 8) {
            var eight = EightBytes.upTo(bytes, at, to);
            backslashes |= EightBytes.zeroes(eight ^ BACKSLASHES);
            letters |= eight;
            hash = 31 * hash + eight;
        }
        if (backslashes != 0) {
            return unescaped(bytes, from, to);
        }
        return EightBytes.isAscii(letters) ? ascii(bytes, from, to, hash) : decoded(bytes, from, to);
    }

    private String ascii(byte[] bytes, int from, int to, long hash) {
        var place = (int) ((hash * SPREAD) >>> (Long.SIZE - Byte.SIZE));
        if (!isSame(knownBytes[place], bytes, from, to)) {
            knownBytes[place] = Arrays.copyOfRange(bytes, from, to);
            known[place] = form.apply(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }
        return known[place];
    }

    private static boolean isSame(byte[] known, byte[] bytes, int from, int to) {
        var length = to - from;
        if (known.length != length) {
            return false;
        }
        for (var at = 0; at < length; at += 8) {
            if (EightBytes.upTo(known, at, length) != EightBytes.upTo(bytes, from + at, to)) {
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

package app.recount.session;

import java.util.Collection;

/**
 * Marks that are looked for at once, in one pass over a block: each ends with a quote behind a letter, and few other letters have the
 * bits that those of all marks have in common.
 */
final class Marks {

    private static final byte QUOTE = '"';
    private static final long QUOTES = EightBytes.of(QUOTE);

    private final Mark[] marks;
    private final long commonBits;
    private final long commonLetters;

    Marks(Collection<Mark> marks) {
        this.marks = marks.toArray(Mark[]::new);
        var letter = marks.iterator().next().lastLetter();
        var common = 0xff;
        for (var mark : marks) {
            common &= ~(mark.lastLetter() ^ letter);
        }
        commonBits = EightBytes.of((byte) common);
        commonLetters = EightBytes.of((byte) (letter & common));
    }

    /** Where they stand. */
    Sightings in(LineBlock block) {
        var text = block.bytes();
        var length = block.length();
        var bits = commonBits;
        var letters = commonLetters;
        var found = new Sightings(length);
        var before = 0L;
        var at = 0;
        for (; at <= length - 2 * Long.BYTES; at += 2 * Long.BYTES) {
            var first = EightBytes.at(text, at);
            var second = EightBytes.at(text, at + Long.BYTES);
            var inFirst = ends(first, before, bits, letters);
            var inSecond = ends(second, first, bits, letters);
            before = second;
            if ((inFirst | inSecond) != 0) {
                look(text, at, inFirst, found);
                look(text, at + Long.BYTES, inSecond, found);
            }
        }
        for (; at < length; at++) {
            if (text[at] == QUOTE) {
                look(text, at, found);
            }
        }
        return found;
    }

    /** Which of eight bytes are quotes behind a letter with those bits. */
    private static long ends(long eight, long before, long bits, long letters) {
        var ahead = (eight << Byte.SIZE) | (before >>> (7 * Byte.SIZE)); // each byte's letter before it
        return EightBytes.zeroes((eight ^ QUOTES) | ((ahead & bits) ^ letters));
    }

    private void look(byte[] text, int at, long ends, Sightings found) {
        for (var rest = ends; rest != 0; rest &= rest - 1) {
            look(text, at + EightBytes.first(rest), found);
        }
    }

    /** Looks at what may be the quote at the end of one. */
    private void look(byte[] text, int quote, Sightings found) {
        var isDeep = quote >= Long.BYTES - 1;
        var eight = isDeep ? EightBytes.at(text, quote + 1 - Long.BYTES) : 0;
        for (var mark : marks) {
            if ((!isDeep || mark.mayEnd(eight)) && mark.endsAt(text, quote)) {
                found.add(mark, quote + 1 - mark.length());
            }
        }
    }
}

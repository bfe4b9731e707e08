package app.recount.session;

import java.util.Collection;

/** Marks that are looked for at once, in one pass over a block: each ends with a quote, which few bytes of a log are. */
final class Marks {

    private static final byte QUOTE = '"';
    private static final long QUOTES = EightBytes.of(QUOTE);

    private final Mark[] marks;
    private final boolean[] isLastLetter = new boolean[1 << Byte.SIZE];

    Marks(Collection<Mark> marks) {
        this.marks = marks.toArray(Mark[]::new);
        for (var mark : marks) {
            isLastLetter[mark.lastLetter() & 0xff] = true;
        }
    }

    /** Where they stand. */
    Sightings in(LineBlock block) {
        var text = block.bytes();
        var found = new Sightings(block.length());
        var at = 0;
        for (; at <= block.length() - 8; at += 8) {
            var quotes = EightBytes.zeroes(EightBytes.at(text, at) ^ QUOTES);
            for (; quotes != 0; quotes &= quotes - 1) {
                look(text, at + EightBytes.first(quotes), found);
            }
        }
        for (; at < block.length(); at++) {
            if (text[at] == QUOTE) {
                look(text, at, found);
            }
        }
        return found;
    }

    /** Looks at what may be a quote. */
    private void look(byte[] text, int quote, Sightings found) {
        if (quote == 0 || !isLastLetter[text[quote - 1] & 0xff]) {
            return;
        }
        for (var mark : marks) {
            if (mark.endsAt(text, quote)) {
                found.add(mark, quote + 1 - mark.length());
            }
        }
    }
}

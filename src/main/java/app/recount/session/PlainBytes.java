package app.recount.session;

/** A place in the bytes of a line, and how it moves over the smallest parts of plain JSON: blanks, words, numbers and strings. */
abstract class PlainBytes {

    /** Longer numbers have rules of their own. */
    static final int LONGEST_NUMBER = 15;

    private static final long QUOTES = EightBytes.of((byte) '"');
    private static final long BACKSLASHES = EightBytes.of((byte) '\\');

    byte[] bytes = {};
    int at;
    int end;

    /** The line has something in it that this reader leaves to others. */
    static final class OddException extends RuntimeException {

        private static final long serialVersionUID = 1;

        /** It only says that another way has to be taken, so that it needs no trace. */
        OddException() {
            super("not plain", null, false, false);
        }
    }

    final void goTo(byte[] line, int from, int to) {
        bytes = line;
        at = from;
        end = to;
    }

    final void skipWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    final void skipNumber() {
        var from = at;
        at += byteAt(at) == '-' ? 1 : 0;
        var isZero = byteAt(at) == '0';
        if (skipDigits() > 1 && isZero) {
            throw new OddException();
        }
        if (at < end && bytes[at] == '.') {
            at++;
            skipDigits();
        }
        if (at < end && (bytes[at] | ' ') == 'e') {
            at++;
            at += byteAt(at) == '-' || byteAt(at) == '+' ? 1 : 0;
            skipDigits();
        }
        if (at - from > 2 * LONGEST_NUMBER) {
            throw new OddException();
        }
    }

    /** How many there are; there has to be one. */
    private int skipDigits() {
        var from = at;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        if (at == from) {
            throw new OddException();
        }
        return at - from;
    }

    static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    final void skipString() {
        expect('"');
        while (true) {
            skipPlainLetters();
            var character = byteAt(at++);
            if (character == '"') {
                return;
            }
            if (character != '\\') {
                throw new OddException();
            }
            skipEscape();
        }
    }

    /** Up to a quote, a backslash or a control character. What is no UTF-8 is not minded, as it is not minded where it is replaced. */
    final void skipPlainLetters() {
        var text = bytes; // without the optimizing compiler, a field is read anew each time
        var place = at;
        for (var last = end - 8; place <= last; place += 8) {
            var eight = EightBytes.at(text, place);
            var found = EightBytes.zeroes(eight ^ QUOTES)
                    | EightBytes.zeroes(eight ^ BACKSLASHES)
                    | EightBytes.below((byte) ' ', eight);
            if (found != 0) {
                at = place + EightBytes.first(found);
                return;
            }
        }
        while (place < end && text[place] != '"' && text[place] != '\\' && (text[place] & 0xff) >= ' ') {
            place++;
        }
        at = place;
    }

    final void skipEscape() {
        switch (byteAt(at++)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
            case 'u' -> {
                for (int digit = 0; digit < 4; digit++) {
                    if (Character.digit(byteAt(at++), 16) < 0) {
                        throw new OddException();
                    }
                }
            }
            default -> throw new OddException();
        }
    }

    final void skipBlanks() {
        while (at < end && bytes[at] <= ' ' && isBlank(bytes[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    final void expect(char character) {
        if (byteAt(at) != character) {
            throw new OddException();
        }
        at++;
    }

    final byte byteAt(int position) {
        if (position >= end) {
            throw new OddException();
        }
        return bytes[position];
    }
}

package app.recount.session;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a log. Bytes that are no UTF-8 are replaced, and a byte order mark at the beginning is left out: the JSON library
 * steps over one in bytes, but not in characters.
 */
final class LogText extends FilterReader {

    private static final char MARK = '\ufeff';

    private boolean begun;

    LogText(InputStream bytes) {
        super(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public int read(char[] characters, int from, int most) throws IOException {
        var count = super.read(characters, from, most);
        if (begun || count <= 0) {
            return count;
        }
        begun = true;
        if (characters[from] != MARK) {
            return count;
        }
        System.arraycopy(characters, from + 1, characters, from, count - 1);
        return count > 1 ? count - 1 : super.read(characters, from, most);
    }
}

package app.recount.session;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of JSON in one pass over its bytes and keeps nothing of what is stepped over. Accepts less than all of JSON, and nothing
 * that is none: at anything that is not plain it gives up with an {@link OddException}, and the JSON library has to look. There are
 * hundreds of such lines in each megabyte, and a program that only looks once is over before a compiler has made a library fast.
 */
final class PlainJson extends PlainBytes implements LineJson {

    /** More than agents nest; each level is a call. */
    private static final int DEEPEST = 60;

    /** Longer names and texts have rules of their own. */
    private static final int LONGEST_NAME = 1_000;

    private static final int LONGEST_TEXT = 10_000;

    private static final Element<PlainJson> SKIPPED = (json, _) -> json.skip();

    /** The same objects as the names in the code, which are found at once then. */
    private final ShortTexts names = new ShortTexts(String::intern);

    private final ShortTexts texts = new ShortTexts(UnaryOperator.identity());
    private int depth;
    private @Nullable String session = "";
    private @Nullable String uuid;

    /** Reads the one object of these bytes. */
    <T> T object(byte[] line, int from, int to, Function<LineJson, T> reader) {
        goTo(line, from, to);
        depth = 0;
        skipBlanks();
        if (!isObject()) {
            throw new OddException();
        }
        var read = reader.apply(this);
        skipBlanks();
        if (at < end) {
            throw new OddException();
        }
        return read;
    }

    @Override
    public boolean isObject() {
        return at < end && bytes[at] == '{';
    }

    @Override
    public <T> void fields(T into, Field<T> field) {
        if (!isObject()) {
            skip();
            return;
        }
        enter();
        for (var more = !isEmpty('}'); more; more = goesOn('}')) {
            var from = at + 1;
            skipString();
            var name = names.of(bytes, from, at - 1);
            if (name == null || at - from > LONGEST_NAME) {
                throw new OddException();
            }
            skipBlanks();
            expect(':');
            skipBlanks();
            field.read(into, name, this);
        }
        depth--;
    }

    @Override
    public <T> void elements(T into, Element<T> element) {
        if (byteAt(at) != '[') {
            skip();
            return;
        }
        enter();
        for (var more = !isEmpty(']'); more; more = goesOn(']')) {
            element.read(into, this);
        }
        depth--;
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw new OddException();
        }
    }

    /** Whether the object or array ends where it begins. */
    private boolean isEmpty(char bracket) {
        skipBlanks();
        var isEmpty = byteAt(at) == bracket;
        at += isEmpty ? 1 : 0;
        return isEmpty;
    }

    /** Behind a value: whether another one follows, else the object or array ends. */
    private boolean goesOn(char bracket) {
        skipBlanks();
        var next = byteAt(at++);
        if (next == ',') {
            skipBlanks();
            return true;
        }
        if (next != bracket) {
            throw new OddException();
        }
        return false;
    }

    @Override
    public void skip() {
        switch (byteAt(at)) {
            case '"' -> skipString();
            case '{' -> skipObject();
            case '[' -> elements(this, SKIPPED);
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            default -> skipNumber();
        }
    }

    private void skipObject() {
        enter();
        for (var more = !isEmpty('}'); more; more = goesOn('}')) {
            var from = at;
            skipString();
            if (at - from > LONGEST_NAME) {
                throw new OddException();
            }
            skipBlanks();
            expect(':');
            skipBlanks();
            skip();
        }
        depth--;
    }

    @Override
    public @Nullable String name() {
        return text(LogJson.LONGEST_NAME);
    }

    @Override
    public @Nullable String path() {
        return text(LogJson.LONGEST_PATH);
    }

    private @Nullable String text(int longest) {
        if (byteAt(at) != '"') {
            skip();
            return null;
        }
        var from = at + 1;
        skipString();
        if (at - from > LONGEST_TEXT) {
            throw new OddException();
        }
        var text = texts.of(bytes, from, at - 1);
        if (text == null) {
            throw new OddException();
        }
        return text.isEmpty() || text.length() > longest ? null : text;
    }

    @Override
    public @Nullable String uuid() {
        var name = name();
        if (!Objects.equals(session, name)) { // all lines name the same one
            session = name;
            uuid = SessionId.of(name).orElse(null);
        }
        return uuid;
    }

    @Override
    public @Nullable Instant time() {
        var from = at;
        skip();
        var isName = bytes[from] == '"' && at - from <= LogJson.LONGEST_NAME;
        var time = isName ? LogTime.of(bytes, from + 1, at - 1) : null;
        if (time == null) {
            at = from;
            time = LogTime.of(name()); // none, or one with escapes in it
        }
        return time;
    }

    @Override
    public boolean yes() {
        var yes = byteAt(at) == 't';
        skip();
        return yes;
    }

    @Override
    public long tokens() {
        if (byteAt(at) == 'n') {
            skip();
            return 0;
        }
        var from = at;
        skipNumber();
        var tokens = 0L;
        for (int i = from; i < at; i++) {
            if (!isDigit(bytes[i]) || i - from >= LONGEST_NUMBER) {
                throw new OddException();
            }
            tokens = 10 * tokens + bytes[i] - '0';
        }
        return tokens;
    }
}

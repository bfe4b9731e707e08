package app.recount.session;

import java.util.Optional;
import java.util.function.Function;

/**
 * Parses lines that should hold one JSON object each: nearly all of them in one plain pass, those with anything odd in them with the
 * JSON library, whose word is final.
 */
final class LineParser {

    private final PlainJson plain = new PlainJson();

    /**
     * Bytes that are no UTF-8 are replaced, since they stand in texts that are stepped over; the numbers beside them count.
     *
     * @param reader reads the object on which it is put; called again if the first way comes upon something odd
     * @return empty if the line holds anything but an object
     */
    <T> Optional<T> object(byte[] bytes, int from, int to, Function<LineJson, T> reader) {
        try {
            return Optional.of(plain.object(bytes, from, to, reader));
        } catch (PlainBytes.OddException e) {
            return LogJson.object(bytes, from, to, json -> reader.apply(new StreamedJson(json)));
        }
    }
}

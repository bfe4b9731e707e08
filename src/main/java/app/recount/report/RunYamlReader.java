package app.recount.report;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;

/** Reads runs from YAML: our own export, realitycheck's, or a file that somebody made by hand or in bad faith. */
public final class RunYamlReader {

    /** In bytes; ten thousand runs with stages take a few. */
    public static final int LARGEST = 64 << 20;

    /** Each costs another reading. */
    private static final int MOST_MENDED = 100;

    private RunYamlReader() {}

    /**
     * What a file holds.
     *
     * @param leftOut names beside the list of runs, which were not read
     */
    public record Contents(List<ImportEntry> entries, List<String> leftOut) {

        public Contents {
            entries = List.copyOf(entries);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Reads all entries, each for itself: one that cannot be read costs only itself.
     *
     * @throws ProblemException {@code IMPORT_UNREADABLE} if the bytes are no YAML with a list of runs
     */
    public static Contents read(byte[] bytes) {
        var text = decoded(bytes);
        for (int mended = 0; ; mended++) {
            try {
                return read(text);
            } catch (JacksonException | YamlEngineException e) {
                var better = mended < MOST_MENDED ? LineSeparators.mended(text, e) : Optional.<String>empty();
                text = better.orElseThrow(
                        () -> unreadable(Wording.of("problem.IMPORT_UNREADABLE.noYaml", firstLine(e))));
            }
        }
    }

    private static Contents read(String text) {
        try (var yaml = new YamlEntries(text)) {
            var fault = yaml.read();
            if (fault != null) {
                throw unreadable(fault);
            }
            return new Contents(understood(yaml.entries()), yaml.leftOut());
        }
    }

    /** Passes that a file does not tell are numbered in the order of the file, so that the same file always says the same. */
    private static List<ImportEntry> understood(List<RawEntry> raw) {
        var entries = new ArrayList<ImportEntry>();
        var ids = new HashMap<String, Integer>();
        var passes = new HashMap<String, Integer>();
        for (var each : raw) {
            var entry = each.fault() == null
                    ? RunReading.read(each, passes)
                    : new ImportEntry.Unreadable(each.name(), each.fault());
            var before = ids.putIfAbsent(entry.name(), each.place());
            entries.add(
                    before == null
                            ? entry
                            : new ImportEntry.Unreadable(entry.name(), Wording.of("import.entry.sameId", before)));
        }
        return entries;
    }

    private static String decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(Wording.of("problem.IMPORT_UNREADABLE.noText"));
        }
    }

    private static String firstLine(RuntimeException e) {
        var message = String.valueOf(e.getMessage());
        var line = message.lines().findFirst().orElse("");
        return line.endsWith(".") ? line : line + ".";
    }

    private static ProblemException unreadable(Wording cause) {
        return new ProblemException(
                Problem.of("IMPORT_UNREADABLE").because(cause).advising(Action.read("exportYaml")));
    }
}

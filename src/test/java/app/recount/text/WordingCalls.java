package app.recount.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls in the program's sources that name a text which is said later, with the number of arguments that they give. */
final class WordingCalls {

    /** The blocks of the bundle that are said later, by the beginnings of their keys. */
    static final List<String> BLOCKS = List.of(
            "problem.",
            "action.",
            "system.",
            "wire.",
            "finding.",
            "import.",
            "decline.",
            "dryRun",
            "table.",
            "fault.",
            "backfill.",
            "metric.",
            "explain.",
            "step.",
            "consent.",
            "proof.",
            "receipt.",
            "unknown.",
            "log.");

    private static final Path SOURCES = Path.of("src/main/java/app/recount");

    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|^\\s*//[^\n]*", Pattern.DOTALL | Pattern.MULTILINE);

    /** Everything that takes the end of a key as a literal, and the beginning that it puts before. */
    private static final List<Maker> MAKERS = List.of(
            new Maker("", "Wording\\.of\\(", ""),
            new Maker("", "Problem\\.of\\(", "problem."),
            new Maker("", "Action\\.read\\(", "action."),
            new Maker("analysis", "\\btexts\\.get\\(", ""),
            new Maker("memory", "\\bcorrupt\\(", "problem.DB_CORRUPT."),
            new Maker("generation", "\\binvalid\\(", "problem.TURN_INVALID."),
            new Maker("payload/Destination.java", "\\bbad\\(", "problem.BAD_DESTINATION."),
            new Maker("analysis/Prices.java", "\\bnew FaultException\\(", "problem.PRICES_INVALID."),
            new Maker("analysis/AnalysisRules.java", "\\badd\\(\\s*(?:ERROR|WARN),", "finding."),
            new Maker("report", "\\bnew FieldException\\(\\s*[\\w.]+,", "import.field.", 1));

    /** A whole literal: what is put together in the call itself is found where its end is given. */
    private static final String LITERAL = "\\s*\"([^\"]+)\"(?=\\s*[,)])";

    private static final Pattern EXPLAINED = Pattern.compile("\\s*\\.explained\\(\\s*");

    private static final Pattern VERBATIM = Pattern.compile("verbatim\\(\\s*\"[^\"]+\"");

    private WordingCalls() {}

    /**
     * A call.
     *
     * @param key of the text
     * @param arguments how many are given
     */
    record Call(Path file, String key, int arguments) {}

    /**
     * A call that names a text.
     *
     * @param place the file or the folder where it is known, by its beginning
     * @param implied the number of arguments that it gives itself
     */
    private record Maker(String place, String call, String beginning, int implied) {

        Maker(String place, String call, String beginning) {
            this(place, call, beginning, 0);
        }

        Matcher in(String program) {
            return Pattern.compile(call + LITERAL).matcher(program);
        }
    }

    static List<Call> inSources() {
        return sources().flatMap(WordingCalls::calls).toList();
    }

    static List<String> verbatimLiterals() {
        return sources()
                .flatMap(file -> VERBATIM.matcher(program(file)).results().map(found -> file + ": " + found.group()))
                .toList();
    }

    private static Stream<Call> calls(Path file) {
        var program = program(file);
        var calls = new ArrayList<Call>();
        MAKERS.stream()
                .filter(maker -> file.startsWith(SOURCES.resolve(maker.place())))
                .forEach(maker -> {
                    for (var found = maker.in(program); found.find(); ) {
                        var key = maker.beginning() + found.group(1);
                        var given = Arguments.from(program, found.end());
                        calls.add(new Call(file, key, maker.implied() + given.commas()));
                        var explained = EXPLAINED.matcher(program).region(given.end(), program.length());
                        if (explained.lookingAt()) {
                            calls.add(new Call(
                                    file,
                                    key + ".cause",
                                    Arguments.from(program, explained.end()).number()));
                        }
                    }
                });
        return calls.stream();
    }

    /**
     * What stands between two parentheses.
     *
     * @param end behind the closing one
     */
    private record Arguments(boolean empty, int commas, int end) {

        static Arguments from(String program, int begin) {
            int depth = 0;
            int commas = 0;
            int at = begin;
            for (boolean quoted = false; depth >= 0; at++) {
                char here = program.charAt(at);
                quoted ^= here == '"' && program.charAt(at - 1) != '\\';
                if (!quoted) {
                    depth += here == '(' ? 1 : here == ')' ? -1 : 0;
                    commas += here == ',' && depth == 0 ? 1 : 0;
                }
            }
            return new Arguments(program.substring(begin, at - 1).isBlank(), commas, at);
        }

        int number() {
            return empty ? 0 : commas + 1;
        }
    }

    private static Stream<Path> sources() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

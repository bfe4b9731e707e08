package app.recount.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option as a reference shows it. */
record OptionEntry(OptionSpec spec) {

    /** Those of {@link Declaration#surroundings}. */
    private static final Set<String> SURROUNDINGS = Set.of("--database", "--data-dir", "--install-id", "--now");

    private static final List<String> FORMS = List.of(Format.TEXT.word(), Format.JSON.word());

    /** What comes after it: nothing, one of some words, a file, a folder, or anything. */
    enum Value {
        NONE,
        WORDS,
        FILE,
        FOLDER,
        ANY
    }

    List<String> names() {
        return List.of(spec.names());
    }

    /** Its names with the label of the value: {@code --id ID}. */
    String synopsis() {
        return String.join(", ", names()) + (value() == Value.NONE ? "" : " " + spec.paramLabel());
    }

    String description() {
        return CommandEntry.line(spec.description());
    }

    boolean isRequired() {
        return spec.required();
    }

    /** Whether a command has it only because every command has it; {@code --format} with forms of its own is its own. */
    boolean isCommon() {
        return spec.usageHelp()
                || SURROUNDINGS.contains(spec.longestName())
                || (spec.longestName().equals("--format") && words().equals(FORMS));
    }

    Value value() {
        if (spec.arity().max() == 0) {
            return Value.NONE;
        }
        if (!words().isEmpty()) {
            return Value.WORDS;
        }
        return switch (spec.paramLabel()) {
            case "FILE" -> Value.FILE;
            case "DIR" -> Value.FOLDER;
            default -> Value.ANY;
        };
    }

    List<String> words() {
        return words(spec);
    }

    static List<String> words(ArgSpec argument) {
        return Optional.ofNullable(argument.completionCandidates()).stream()
                .flatMap(words -> StreamSupport.stream(words.spliterator(), false))
                .toList();
    }
}

package app.recount.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option as a reference shows it. */
record OptionEntry(OptionSpec spec) {

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
                || everywhere()
                        .anyMatch(other ->
                                other.names().equals(names()) && other.words().equals(words()));
    }

    private static Stream<OptionEntry> everywhere() {
        var spec = CommandSpec.create();
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        return spec.options().stream().map(OptionEntry::new);
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

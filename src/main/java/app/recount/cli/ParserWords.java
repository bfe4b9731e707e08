package app.recount.cli;

import app.recount.text.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, with texts of the bundle instead of the parser's English. The parser's exceptions say what they
 * are about as values; what they only say as words is found in the command line again.
 *
 * @param line the words that were parsed
 */
record ParserWords(List<String> line) {

    /** A whole sentence. */
    Wording of(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice -> Wording.of("cli.parser.twice", described(twice.getOverwritten()));
            default -> wrongValue(e).orElseGet(() -> itself(e));
        };
    }

    /** Words of a command that found something wrong, or something of the parser's that no command of ours makes it say. */
    private static Wording itself(ParameterException e) {
        var message = String.valueOf(e.getMessage());
        return Wording.verbatim(message.endsWith(".") ? message : message + ".");
    }

    private Wording unmatched(UnmatchedArgumentException e) {
        var words = e.getUnmatched();
        return e.isUnknownOption()
                ? Wording.of("cli.parser.unknown", words.size(), quoted(words.stream()))
                : Wording.of("cli.parser.unmatched", words.size(), place(e), quoted(words.stream()));
    }

    /** Behind the words of commands, the first one of its kind that is not the value of an option. */
    private int place(UnmatchedArgumentException e) {
        var command = e.getCommandLine().getCommandSpec();
        int behindCommands = command.qualifiedName().split(" ", -1).length - 1;
        var first = e.getUnmatched().getFirst();
        return IntStream.range(behindCommands, line.size())
                .filter(at -> line.get(at).equals(first))
                .filter(at -> at == 0 || !takesValue(command.findOption(line.get(at - 1))))
                .findFirst()
                .orElse(behindCommands);
    }

    private static boolean takesValue(@Nullable OptionSpec option) {
        return option != null && option.arity().max() > 0;
    }

    /** An option that stands there lacks its value; else it is missing itself. */
    private Wording missing(MissingParameterException e) {
        var missing = e.getMissing();
        if (missing.getFirst() instanceof OptionSpec option && lastPlace(option).isPresent()) {
            return withoutValue(option, lastPlace(option).get());
        }
        var labels = quoted(missing.stream().map(ParserWords::label));
        return missing.stream().allMatch(ArgSpec::isOption)
                ? Wording.of("cli.parser.missing.options", missing.size(), labels)
                : Wording.of("cli.parser.missing.parameters", missing.size(), labels);
    }

    private Optional<Integer> lastPlace(OptionSpec option) {
        var names = List.of(option.names());
        return IntStream.range(0, line.size())
                .filter(at -> names.contains(line.get(at)))
                .boxed()
                .reduce((_, later) -> later);
    }

    private Wording withoutValue(OptionSpec option, int at) {
        return at + 1 < line.size()
                ? Wording.of("cli.parser.value.instead", option.longestName(), line.get(at + 1))
                : Wording.of("cli.parser.value.missing", described(option));
    }

    private static Optional<Wording> wrongValue(ParameterException e) {
        return Optional.ofNullable(e.getArgSpec())
                .flatMap(argument -> kind(argument.type()).map(kind -> switch (argument) {
                    case PositionalParamSpec place ->
                        Wording.of(
                                "cli.parser.wrong.place", place.index().min(), place.paramLabel(), e.getValue(), kind);
                    default ->
                        Wording.of(
                                "cli.parser.wrong.option", ((OptionSpec) argument).longestName(), e.getValue(), kind);
                }));
    }

    /** What the value had to be; of other types the parser says more than that. */
    private static Optional<Wording> kind(Class<?> type) {
        if (type == Integer.class) {
            return Optional.of(Wording.of("cli.parser.kind.int"));
        }
        if (type == Long.class) {
            return Optional.of(Wording.of("cli.parser.kind.long"));
        }
        return type == boolean.class ? Optional.of(Wording.of("cli.parser.kind.boolean")) : Optional.empty();
    }

    private static String described(ArgSpec argument) {
        var option = (OptionSpec) argument;
        return option.arity().max() == 0
                ? quoted(option.longestName())
                : "%s (%s)".formatted(quoted(option.longestName()), option.paramLabel());
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + "=" + option.paramLabel()
                : argument.paramLabel();
    }

    private static String quoted(Stream<String> words) {
        return words.map(ParserWords::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }
}

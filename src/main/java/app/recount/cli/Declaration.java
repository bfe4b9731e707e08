package app.recount.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a command takes, declared by it name by name; what the names mean, and what the command does, is looked up. Arguments that
 * follow a label fill in the pattern that describes the option.
 */
final class Declaration {

    private static final String FORMAT = "--format";

    /** The section of the help that has the terms, and the width of their words. */
    private static final String TERMS = "terms";

    private static final int TERM = 28;

    private final CommandSpec spec;
    private final HelpText help;

    private Declaration(CommandSpec spec, HelpText help) {
        this.spec = spec;
        this.help = help;
    }

    /** Describes the command; its options follow. */
    static Declaration in(CommandSpec spec, HelpText help) {
        spec.usageMessage().description(help.description());
        var declaration = new Declaration(spec, help);
        help.footer()
                .map(Declaration::unformatted)
                .ifPresent(text -> spec.usageMessage()
                        .footer(Stream.concat(Stream.of(""), text.lines()).toArray(String[]::new)));
        return declaration;
    }

    /** The surroundings, and the forms that the result can have. */
    void common(Format... formats) {
        surroundings();
        forms(Arrays.stream(formats).map(Format::word).toList());
    }

    /** The common options but the form, for a command that has forms of its own. */
    void surroundings() {
        text("--database", "FILE");
        text("--data-dir", "DIR");
        text("--install-id", "UUID");
        text("--now", "INSTANT");
    }

    /** The option that names a form. */
    void forms(List<String> words) {
        option(
                OptionSpec.builder(FORMAT)
                        .paramLabel("FORMAT")
                        .type(String.class)
                        .completionCandidates(words),
                String.join(", ", words));
    }

    void text(String name, String label, Object... arguments) {
        option(OptionSpec.builder(name).paramLabel(label).type(String.class), arguments);
    }

    void required(String name, String label, Object... arguments) {
        option(OptionSpec.builder(name).paramLabel(label).type(String.class).required(true), arguments);
    }

    void number(String name, String label) {
        option(OptionSpec.builder(name).paramLabel(label).type(Integer.class));
    }

    /** A number without a limit; it is described by the longest of its names. */
    void total(String label, String... names) {
        option(OptionSpec.builder(names).paramLabel(label).type(Long.class));
    }

    void flag(String name) {
        option(OptionSpec.builder(name).type(boolean.class));
    }

    void help() {
        option(OptionSpec.builder("-h", "--help").usageHelp(true));
    }

    void version() {
        option(OptionSpec.builder("-V", "--version").versionHelp(true));
    }

    /** The one argument without a name. */
    void place(String label, Class<?> type) {
        place(PositionalParamSpec.builder()
                .paramLabel(label)
                .index("0")
                .required(true)
                .type(type));
    }

    /** The same where it may be left out. */
    void perhaps(String label, Class<?> type) {
        place(PositionalParamSpec.builder()
                .paramLabel(label)
                .index("0")
                .arity("0..1")
                .type(type));
    }

    /** The same where it is one of some words. */
    void place(String label, List<String> words) {
        place(
                PositionalParamSpec.builder()
                        .paramLabel(label)
                        .type(String.class)
                        .required(true)
                        .completionCandidates(words),
                String.join(", ", words));
    }

    /** What follows the footer, each with its meaning beside it. */
    void terms(List<Term> terms) {
        if (terms.isEmpty()) {
            return; // a section of its own costs every start of a command
        }
        var lines = terms.stream()
                .flatMap(term -> Paragraph.labelled("  " + term.word(), TERM, term.meaning()).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        var message = spec.usageMessage();
        message.sectionMap().put(TERMS, help -> lines);
        message.sectionKeys(
                Stream.concat(message.sectionKeys().stream(), Stream.of(TERMS)).toList());
    }

    private void option(OptionSpec.Builder option, Object... arguments) {
        var longest = Arrays.stream(option.names())
                .reduce((first, second) -> second.length() > first.length() ? second : first)
                .orElseThrow();
        spec.addOption(option.description(help.meaning(longest, arguments)).build());
    }

    private void place(PositionalParamSpec.Builder place, Object... arguments) {
        spec.addPositional(
                place.description(help.meaning(place.paramLabel(), arguments)).build());
    }

    /** Picocli reads footers as formats. */
    private static String unformatted(String text) {
        return text.replace("%", "%%");
    }
}

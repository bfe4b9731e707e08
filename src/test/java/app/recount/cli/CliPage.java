package app.recount.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code docs/cli.md}: between two markers stands what the commands say of themselves, everything else is written by hand.
 *
 * <pre>{@code
 * <!-- command: analysis mark -->
 * …
 * <!-- end -->
 * }</pre>
 */
final class CliPage {

    private static final Pattern BLOCK = Pattern.compile(
            "(?m)^<!-- command: ([a-z -]+) -->\n(.*?)^<!-- end -->$", Pattern.DOTALL | Pattern.MULTILINE);

    /** The name of the block about the options of every command. */
    private static final String ALL = "all commands";

    private final String page;
    private final List<CommandEntry> commands;

    CliPage(String page, List<CommandEntry> commands) {
        this.page = page;
        this.commands = commands;
    }

    /** Which blocks the page has, in its order. */
    List<String> blocks() {
        return BLOCK.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /** Which it should have, in no order. */
    List<String> needed() {
        var names = new ArrayList<>(List.of(ALL));
        commands.stream().skip(1).map(CommandEntry::path).forEach(names::add);
        return names;
    }

    /** The page with each block as the commands would have it. */
    String rewritten() {
        return BLOCK.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "<!-- command: %s -->\n%s<!-- end -->".formatted(found.group(1), block(found.group(1)))));
    }

    private String block(String name) {
        if (name.equals(ALL)) {
            return "\n"
                    + table("option", rows(commands.get(1).options().stream().filter(OptionEntry::isCommon)));
        }
        return commands.stream()
                .filter(command -> command.path().equals(name))
                .map(CliPage::block)
                .collect(Collectors.joining());
    }

    private static String block(CommandEntry command) {
        var rows = Stream.concat(
                        command.positionals().stream()
                                .map(place -> row(place.paramLabel(), CommandEntry.line(place.description()))),
                        rows(command.ownOptions().stream()))
                .toList();
        return "\n```\n%s\n```\n\n".formatted(command.synopsis())
                + (rows.isEmpty() ? "" : table("option", rows.stream()))
                + (command.terms().isEmpty() ? "" : terms(command));
    }

    private static String terms(CommandEntry command) {
        return command.footer() + "\n\n"
                + table("value", command.terms().stream().map(term -> row(term.word(), term.meaning())));
    }

    private static String table(String what, Stream<String> rows) {
        return rows.collect(Collectors.joining("\n", "| %s | meaning |\n| --- | --- |\n".formatted(what), "\n\n"));
    }

    private static Stream<String> rows(Stream<OptionEntry> options) {
        return options.map(
                option -> row(option.synopsis(), (option.isRequired() ? "required: " : "") + option.description()));
    }

    private static String row(String name, String meaning) {
        return "| `%s` | %s |".formatted(name, meaning.replace("|", "\\|"));
    }
}

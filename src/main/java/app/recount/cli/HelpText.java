package app.recount.cli;

import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words that the help and the reference have for one command. They stand in the bundle under {@code cli.help}, the words of the
 * command and the name of what is described: {@code cli.help.analysis.mark.--stage}. What has no words there has those of the group
 * above, so that options which mean the same everywhere are described once.
 *
 * @param path the words of the command; none for the program itself
 */
record HelpText(Texts texts, List<String> path) {

    private static final String DESCRIPTION = ".description";
    private static final String FOOTER = ".footer";

    static HelpText ofProgram(Texts texts) {
        return new HelpText(texts, List.of());
    }

    /** Of the command of this name below this one. */
    HelpText below(String command) {
        return new HelpText(
                texts, Stream.concat(path.stream(), Stream.of(command)).toList());
    }

    String description() {
        return texts.get(described() + DESCRIPTION);
    }

    /** Stands below the options; it belongs to the description. */
    Optional<String> footer() {
        var key = described() + FOOTER;
        return texts.has(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }

    /** What an option or an argument means. */
    String meaning(String name, Object... arguments) {
        return texts.get(nearest("." + name) + "." + name, arguments);
    }

    private String described() {
        return nearest(DESCRIPTION);
    }

    /** Whose words they are: the command's, else those of the nearest group that has some. */
    private String nearest(String ending) {
        return IntStream.rangeClosed(0, path.size())
                .mapToObj(above -> Stream.concat(
                                Stream.of("cli.help"), path.stream().limit(path.size() - above))
                        .reduce((group, word) -> group + "." + word)
                        .orElseThrow())
                .filter(command -> texts.has(command + ending))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no text describes %s of %s".formatted(ending.substring(1), path)));
    }
}

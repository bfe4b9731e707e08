package app.recount.cli;

import app.recount.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** {@code reference}: all commands and options, as the tools around a command line want to have them. */
final class ReferenceCommand implements Command {

    private enum Form {
        MAN(ManPage::of),
        BASH((commands, _) -> BashCompletion.of(commands)),
        ZSH((commands, _) -> ZshCompletion.of(commands)),
        FISH((commands, _) -> FishCompletion.of(commands));

        private final BiFunction<List<CommandEntry>, Texts, String> text;

        Form(BiFunction<List<CommandEntry>, Texts, String> text) {
            this.text = text;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<String> FORMS =
            Arrays.stream(Form.values()).map(Form::word).toList();

    private final Supplier<CommandTree> tree;
    private final Texts texts;

    ReferenceCommand(Supplier<CommandTree> tree, Texts texts) {
        this.tree = tree;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public void declare(Declaration takes) {
        takes.place("FORM", FORMS);
        takes.common(Format.TEXT, Format.JSON);
    }

    @Override
    public int run(Arguments given, Console console) {
        String word = given.parsed().matchedPositionalValue(0, "");
        var form = Arrays.stream(Form.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> given.usage(texts.get("cli.reference.none-of", word, String.join(", ", FORMS))));
        console.result(form.text.apply(tree.get().entries(), texts).getBytes(StandardCharsets.UTF_8));
        return ExitStatus.DONE;
    }
}

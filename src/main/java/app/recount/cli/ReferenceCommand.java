package app.recount.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code reference}: all commands and options, as the tools around a command line want to have them. */
final class ReferenceCommand implements Command {

    private enum Form {
        MAN(ManPage::of),
        BASH(BashCompletion::of),
        ZSH(ZshCompletion::of),
        FISH(FishCompletion::of);

        private final Function<List<CommandEntry>, String> text;

        Form(Function<List<CommandEntry>, String> text) {
            this.text = text;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<String> FORMS =
            Arrays.stream(Form.values()).map(Form::word).toList();

    private final Supplier<CommandTree> tree;

    ReferenceCommand(Supplier<CommandTree> tree) {
        this.tree = tree;
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Prints the man page, or what lets a shell complete commands and options.")
                .footer("", "In bash: source <(recount reference bash)");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FORM")
                .type(String.class)
                .required(true)
                .completionCandidates(FORMS)
                .description("One of: %s.".formatted(String.join(", ", FORMS)))
                .build());
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        String word = parsed.matchedPositionalValue(0, "");
        var form = Arrays.stream(Form.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        CommonOptions.usage(parsed, "“%s” is none of: %s".formatted(word, String.join(", ", FORMS))));
        console.result(form.text.apply(tree.get().entries()).getBytes(StandardCharsets.UTF_8));
        return ExitStatus.DONE;
    }
}

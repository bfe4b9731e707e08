package app.recount.cli;

import app.recount.store.ProgramVersion;
import app.recount.text.Texts;
import java.util.List;

/** All commands as a page for {@code man}. It names no date: the same program makes the same page. */
final class ManPage {

    private static final int STATUSES = 4;

    private final Texts texts;
    private final StringBuilder page = new StringBuilder();

    private ManPage(Texts texts) {
        this.texts = texts;
    }

    static String of(List<CommandEntry> commands, Texts texts) {
        var program = commands.getFirst();
        return new ManPage(texts).write(program, commands.subList(1, commands.size()));
    }

    private String write(CommandEntry program, List<CommandEntry> commands) {
        request(".TH RECOUNT 1 \"\" \"Recount %s\" \"%s\""
                .formatted(ProgramVersion.ofThisBuild().program(), texts.get("cli.man.title")));
        section("name");
        text(texts.get("cli.man.name"));
        section("synopsis");
        text("recount [DATABASE]");
        request(".br");
        text(program.synopsis());
        section("description");
        text(program.description());
        text(program.footer());
        program.options().forEach(this::option);
        section("options-of-all-commands");
        commands.getFirst().options().stream().filter(OptionEntry::isCommon).forEach(this::option);
        section("commands");
        commands.forEach(this::command);
        section("exit-status");
        for (int status = 0; status < STATUSES; status++) {
            item(bold(String.valueOf(status)), texts.get("cli.man.status." + status));
        }
        return page.toString();
    }

    private void command(CommandEntry command) {
        request(".SS " + escaped(command.synopsis()));
        text(command.description());
        command.positionals().forEach(place -> item(bold(place.paramLabel()), CommandEntry.line(place.description())));
        command.ownOptions().forEach(this::option);
        if (!command.footer().isEmpty()) {
            request(".PP");
            text(command.footer());
        }
        command.terms().forEach(term -> item(bold(term.word()), term.meaning()));
    }

    private void option(OptionEntry option) {
        item(
                bold(String.join(", ", option.names()))
                        + (option.value() == OptionEntry.Value.NONE
                                ? ""
                                : " \\fI" + escaped(option.spec().paramLabel()) + "\\fR"),
                option.isRequired() ? texts.get("cli.man.required", option.description()) : option.description());
    }

    private void item(String name, String meaning) {
        request(".TP");
        request(name);
        text(meaning);
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    private void section(String name) {
        request(".SH " + texts.get("cli.man.section." + name));
    }

    private void request(String line) {
        page.append(line).append('\n');
    }

    private void text(String text) {
        request(escaped(text));
    }

    /** A hyphen that is typed is a minus, and no line of text begins as a request does. */
    private static String escaped(String text) {
        var escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}

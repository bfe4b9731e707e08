package app.recount.cli;

import app.recount.store.ProgramVersion;
import java.util.List;

/** All commands as a page for {@code man}. It names no date: the same program makes the same page. */
final class ManPage {

    private static final List<String> STATUSES = List.of(
            "done", "refused: you must act before it can work", "wrong usage", "failed, or nobody knows how it ended");

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String of(List<CommandEntry> commands) {
        var program = commands.getFirst();
        return new ManPage().write(program, commands.subList(1, commands.size()));
    }

    private String write(CommandEntry program, List<CommandEntry> commands) {
        request(".TH RECOUNT 1 \"\" \"Recount %s\" \"User Commands\""
                .formatted(ProgramVersion.ofThisBuild().program()));
        request(".SH NAME");
        text("recount - inspects what an agent memory would send, and what runs of agents cost");
        request(".SH SYNOPSIS");
        text("recount [DATABASE]");
        request(".br");
        text(program.synopsis());
        request(".SH DESCRIPTION");
        text(program.description());
        text(CommandEntry.line(program.spec().usageMessage().footer()));
        program.options().forEach(this::option);
        request(".SH OPTIONS OF ALL COMMANDS");
        commands.getFirst().options().stream().filter(OptionEntry::isCommon).forEach(this::option);
        request(".SH COMMANDS");
        commands.forEach(this::command);
        request(".SH EXIT STATUS");
        for (int status = 0; status < STATUSES.size(); status++) {
            item(bold(String.valueOf(status)), STATUSES.get(status));
        }
        return page.toString();
    }

    private void command(CommandEntry command) {
        request(".SS " + escaped(command.synopsis()));
        text(command.description());
        command.positionals().forEach(place -> item(bold(place.paramLabel()), CommandEntry.line(place.description())));
        command.ownOptions().forEach(this::option);
        var footer = CommandEntry.line(command.spec().usageMessage().footer());
        if (!footer.isEmpty()) {
            request(".PP");
            text(footer);
        }
    }

    private void option(OptionEntry option) {
        item(
                bold(String.join(", ", option.names()))
                        + (option.value() == OptionEntry.Value.NONE
                                ? ""
                                : " \\fI" + escaped(option.spec().paramLabel()) + "\\fR"),
                option.description() + (option.isRequired() ? " Required." : ""));
    }

    private void item(String name, String meaning) {
        request(".TP");
        request(name);
        text(meaning);
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
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

package app.recount.cli;

import java.util.List;

/** {@code privacy}: what can be checked of the promises. */
final class PrivacyCommand implements CommandGroup {

    private final List<Command> subcommands;

    PrivacyCommand(Services services) {
        this.subcommands = List.of(new PrivacyColumnsCommand(services));
    }

    @Override
    public String name() {
        return "privacy";
    }

    @Override
    public List<Command> subcommands() {
        return subcommands;
    }
}

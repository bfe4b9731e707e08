package app.recount.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code analysis sessions}: the sessions that runs can count in. */
final class SessionsCommand implements CommandGroup {

    private final Services services;

    SessionsCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("The sessions of agents on this machine.");
    }

    @Override
    public List<Command> subcommands() {
        return List.of(new SessionsListCommand(services));
    }
}

package app.recount.cli;

import java.util.List;

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
    public List<Command> subcommands() {
        return List.of(new SessionsListCommand(services));
    }
}

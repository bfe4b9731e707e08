package app.recount.cli;

import java.util.List;

/** {@code source}: the register of what runs are about. */
final class SourceCommand implements CommandGroup {

    private final Services services;

    SourceCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "source";
    }

    @Override
    public List<Command> subcommands() {
        return List.of(new SourceAddCommand(services), new SourceListCommand(services));
    }
}

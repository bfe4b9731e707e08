package app.recount.cli;

import java.util.List;
import java.util.stream.Stream;

/**
 * A word that stands for one of its commands where none follows: {@code receipts} is {@code receipts list}.
 *
 * @param usual what it stands for; the first of its commands
 */
record GroupWithUsual(String name, Command usual, List<Command> others) implements Command {

    @Override
    public List<Command> subcommands() {
        return Stream.concat(Stream.of(usual), others.stream()).toList();
    }

    @Override
    public void declare(Declaration takes) {
        usual.declare(takes);
    }

    @Override
    public int run(Arguments given, Console console) {
        return usual.run(given, console);
    }
}

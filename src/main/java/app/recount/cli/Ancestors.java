package app.recount.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which processes this one was started by: one of them may be the agent whose session is meant. */
final class Ancestors {

    /** A shell in an agent in a terminal is five; a chain that is longer helps nobody. */
    private static final int MOST = 32;

    private Ancestors() {}

    /** The ids of this process and those above it, nearest first. */
    static List<Long> processes() {
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .limit(MOST)
                .map(process -> process.orElseThrow().pid())
                .toList();
    }
}

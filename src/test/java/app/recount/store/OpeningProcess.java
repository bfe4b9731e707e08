package app.recount.store;

import java.nio.file.Path;

/** A process that opens a store of an older version, which migrates it. Argument: the file. */
final class OpeningProcess {

    private OpeningProcess() {}

    static void main(String[] arguments) throws Exception {
        try (var other = new RecountStore(Path.of(arguments[0] + ".warm"), Migration.ALL)) {
            other.read(_ -> true); // so that what is killed is the migration and not the start of a program
        }
        try (var store = new RecountStore(Path.of(arguments[0]), Migration.ALL)) {
            say("ready");
            System.in.read();
            store.read(_ -> true);
            say("open");
            System.in.read();
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}

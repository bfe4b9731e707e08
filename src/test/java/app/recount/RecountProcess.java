package app.recount;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Java process on the classes of the tests, in surroundings that name nothing of this machine but {@code PATH}. */
final class RecountProcess {

    private static final String SERVICE = "META-INF/services/java.net.spi.InetAddressResolverProvider";

    record Answer(int status, String output, String errors) {}

    private final Path folder;
    private final Class<?> main;
    private final List<String> options = new ArrayList<>();
    private final List<String> prefix = new ArrayList<>();

    /**
     * Describes a process; nothing runs yet.
     *
     * @param folder where it runs and its answers are kept
     */
    RecountProcess(Path folder, Class<?> main) {
        this.folder = folder;
        this.main = main;
    }

    RecountProcess flag(String flag) {
        options.add(flag);
        return this;
    }

    /** Has every file that is made without a word about permissions be there for everybody; {@code open-to-all} is the first. */
    RecountProcess withoutUmask() {
        prefix.addAll(List.of("/bin/sh", "-c", "umask 000; : > open-to-all; exec \"$0\" \"$@\""));
        return this;
    }

    /** Has channels and names go through {@link NetworkGuard}. */
    RecountProcess guarded() throws IOException {
        var services = folder.resolve("services");
        Files.createDirectories(services.resolve(SERVICE).getParent());
        Files.writeString(services.resolve(SERVICE), NetworkGuard.Names.class.getName());
        options.addAll(List.of("-cp", JavaProcess.classPath() + File.pathSeparator + services)); // the last one holds
        return flag("-Djava.nio.channels.spi.SelectorProvider=" + NetworkGuard.Channels.class.getName());
    }

    Answer run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var status = BareProcess.run(command(arguments), folder, environment, output, errors);
        return new Answer(status, Files.readString(output), Files.readString(errors));
    }

    private List<String> command(String... arguments) {
        return Stream.of(prefix, JavaProcess.command(options, main, (Object[]) arguments))
                .flatMap(List::stream)
                .toList();
    }
}

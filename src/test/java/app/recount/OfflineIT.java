package app.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.recount.memory.MemoryFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged program in a network namespace without any interface, with the kernel telling every call that has to do with the
 * network. Needs strace and unshare; with {@code -Drecount.strace=required} their absence fails.
 */
@EnabledOnOs(OS.LINUX)
class OfflineIT {

    /**
     * Reaches, or lets itself be reached. Making a socket alone does neither: Java makes one of each kind to learn whether the
     * system knows IPv6. A socket between processes of this machine (AF_UNIX), such as an X server's, is none of the network's.
     */
    private static final Pattern REACHES =
            Pattern.compile("\\b(connect|bind|listen|accept4?|sendto|sendmsg|sendmmsg)\\(");

    private static final String FIRST_PREVIEW = "sha256:";

    @TempDir
    Path folder;

    private Path home;
    private Path trace;
    private Path launcher;

    @BeforeEach
    void trace() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        trace = folder.resolve("trace");
        MemoryFixture.memory()
                .session("2026-05-11T09:00:00Z")
                .writeTo(Files.createDirectories(home.resolve(".claude-mem")));
        launcher = Files.writeString(folder.resolve("recount"), """
                #!/bin/sh
                exec unshare --user --map-root-user --net -- strace -f -o '%s' -e trace=network -- '%s' "$@"
                """.formatted(
                        trace, PackagedRecount.launcher().toAbsolutePath()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        assumeTracing();
    }

    /** In the image's place: something that needs neither it nor a network. */
    private void assumeTracing() throws Exception {
        var probe = new ProcessBuilder("unshare", "--user", "--map-root-user", "--net", "--", "strace", "-f", "true");
        boolean works;
        try {
            var process = probe.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            works = process.waitFor() == 0;
        } catch (IOException e) {
            works = false;
        }
        if ("required".equals(System.getProperty("recount.strace"))) {
            assertThat(works).as("strace and unshare work here").isTrue();
        }
        assumeTrue(works, "SKIPPED: strace or unshare is missing, or may not be used here");
    }

    private PackagedRecount.Answer recount(String... arguments) throws Exception {
        return PackagedRecount.with(folder, Map.of("HOME", home.toString()), arguments)
                .launcher(launcher)
                .env("RECOUNT_JAVA", System.getProperty("java.home"))
                .env("CLAUDE_MEM_TELEMETRY_KEY", "phc_test")
                .env("CLAUDE_MEM_TELEMETRY_HOST", "http://127.0.0.1:9")
                .run();
    }

    private List<String> reached() throws IOException {
        assertThat(trace).isNotEmptyFile();
        try (var lines = Files.lines(trace)) {
            return lines.filter(line -> REACHES.matcher(line).find() && !line.contains("AF_UNIX"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preview",
                "preview --format json",
                "preview --format body",
                "status",
                "decline --write-marker",
                "receipts list",
                "receipts verify",
                "generation summary",
                "analysis list",
                "analysis sessions list --tool all"
            })
    @Proves(Promise.OFFLINE)
    void the_kernel_is_asked_for_no_connection(String command) throws Exception {
        var answer = recount(command.split(" ", -1));

        assertThat(answer.status()).as(answer.errors()).isZero();
        assertThat(reached()).isEmpty();
    }

    @Test
    void the_kernel_tells_of_a_sending() throws Exception {
        var preview = recount("preview", "--format", "json").output();
        var digest = Objects.requireNonNull(preview)
                .substring(preview.indexOf(FIRST_PREVIEW))
                .substring(0, FIRST_PREVIEW.length() + 64);

        var answer = recount("send", "--approve", digest, "--format", "json");

        assertThat(answer.output()).as(answer.errors()).contains("refused");
        assertThat(reached()).isNotEmpty();
    }
}

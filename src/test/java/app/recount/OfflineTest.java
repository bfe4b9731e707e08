package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.cli.CommandLineInterface;
import app.recount.cli.Console;
import app.recount.memory.MemoryFixture;
import app.recount.session.LogFixture;
import app.recount.store.Environment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command but the two that use the network, and every page of the window, in a process whose network is cut off. */
class OfflineTest {

    /** The two that are there to use it, and the one that shows how they would. */
    private static final Set<String> ONLINE = Set.of("send", "rehearse");

    private static final Map<String, String> SETTINGS =
            Map.of("CLAUDE_MEM_TELEMETRY_KEY", "phc_test", "CLAUDE_MEM_TELEMETRY_HOST", "https://receiver.example");

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void make_a_home() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        MemoryFixture.memory()
                .session("2026-05-11T09:00:00Z")
                .observation("2026-05-11T09:30:00Z", MemoryFixture.text(400))
                .writeTo(Files.createDirectories(home.resolve(".claude-mem")));
        LogFixture.claude(home, "0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11", "/code/rivers")
                .call("2026-06-01T09:55:00Z", 1000, 100);
    }

    static List<String> script(Path folder) {
        return List.of(
                "preview",
                "preview --format json",
                "preview --format body",
                "preview --without-location",
                "send --approve @digest --without-location --dry-run",
                "status",
                "explain --day 2026-05-11",
                "explain --key first_active_date",
                "privacy columns",
                "reference man",
                "decline",
                "decline --telemetry-off --write-marker",
                "receipts list",
                "receipts verify",
                "receipts show 1",
                "receipts export 1",
                "receipts withdraw",
                "generation summary",
                "generation record --session m --turn 1 --outcome ok --tokens-input 5",
                "generation list",
                "generation import",
                "generation install-table --yes",
                "source add --id s-1 --title Rivers",
                "source list",
                "analysis start --source-id s-1 --tool claude-code --usage-session-id 0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11",
                "analysis mark --id @run --stage one",
                "analysis watch --once --id @run",
                "analysis move --id @run --usage-session-id 0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11",
                "analysis complete --id @run --estimate-cost",
                "analysis reopen --id @run",
                "analysis fail --id @run",
                "analysis reopen --id @run",
                "analysis cancel --id @run",
                "analysis add --source-id s-1 --tool manual",
                "analysis get @run",
                "analysis list",
                "analysis sessions list --tool all",
                "analysis backfill-usage",
                "analysis backfill-versions",
                "validate",
                "export --output " + folder.resolve("runs.yaml"),
                "import " + folder.resolve("runs.yaml"),
                "demo " + folder.resolve("demo"));
    }

    private RecountProcess.Answer guarded(List<String> script, String... options) throws Exception {
        var file = Files.write(folder.resolve("script"), script);
        var environment = new java.util.HashMap<>(SETTINGS);
        environment.put("HOME", home.toString());
        environment.put("RECOUNT_HOME", folder.resolve("own").toString());
        return new RecountProcess(folder, ScriptedRecount.class)
                .guarded()
                .flag("-Dglass.platform=Headless")
                .flag("-Dprism.order=sw")
                .flag("-Djava.awt.headless=true")
                .run(
                        environment,
                        Stream.concat(Stream.of(file.toString(), "guarded"), Stream.of(options))
                                .toArray(String[]::new));
    }

    @Test
    @Proves(Promise.OFFLINE)
    void neither_a_command_nor_a_page_of_the_window_tries_the_network() throws Exception {
        var answer = guarded(script(folder), "window");

        assertThat(answer.output() + answer.errors()).doesNotContain(NetworkGuard.ALARM);
        assertThat(answer.status()).as(answer.output() + answer.errors()).isZero();
        assertThat(ended(answer))
                .allMatch(line -> line.matches("[01] .*"), "was done, or refused with a reason")
                .filteredOn(line -> line.startsWith("1 "))
                .as("refused")
                .allMatch(line -> line.contains("backfill-"), "there is nothing to fill in");
        assertThat(ended(answer))
                .contains("0 page payload")
                .filteredOn(line -> line.startsWith("0 page "))
                .hasSize(8);
    }

    @Test
    void no_command_was_forgotten() throws Exception {
        var leaves = new TreeSet<String>();
        var groups = new ArrayList<String>(List.of(""));
        for (int at = 0; at < groups.size(); at++) {
            var group = groups.get(at);
            var help = help(group);
            var names = help.contains("\nCommands:\n")
                    ? help.substring(help.indexOf("\nCommands:\n"))
                            .lines()
                            .filter(line -> line.matches("  \\S.*"))
                            .map(line -> (group + " " + line.strip().split(" ", 2)[0]).strip())
                            .toList()
                    : List.<String>of();
            if (names.isEmpty()) {
                leaves.add(group);
            }
            groups.addAll(names);
        }

        leaves.removeAll(ONLINE);
        assertThat(leaves)
                .hasSizeGreaterThan(25)
                .allMatch(
                        leaf -> script(folder).stream().anyMatch(line -> (line + " ").startsWith(leaf + " ")),
                        "stands in the script");
    }

    private String help(String group) {
        var output = new ByteArrayOutputStream();
        var environment = new Environment(Map.of(), home, "linux");
        try (var composition = new Composition(environment, Clock.systemUTC())) {
            new CommandLineInterface(composition, new Console(output, output))
                    .run((group + " --help").strip().split(" ", -1));
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    private static List<String> ended(RecountProcess.Answer answer) {
        return answer.output()
                .lines()
                .filter(line -> line.startsWith(ScriptedRecount.ENDED))
                .map(line -> line.substring(ScriptedRecount.ENDED.length()))
                .toList();
    }
}

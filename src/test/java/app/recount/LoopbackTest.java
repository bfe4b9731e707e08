package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain http to a name, where a hosts file decides which addresses the name has. */
@Proves(Promise.TLS_OR_LOOPBACK)
class LoopbackTest {

    @TempDir
    Path folder;

    private RecountProcess.Answer send(WireTap tap, String hosts) throws Exception {
        var home = folder.resolve("home");
        MemoryFixture.memory()
                .session("2026-05-11T09:00:00Z")
                .writeTo(Files.createDirectories(home.resolve(".claude-mem")));
        var script = Files.write(folder.resolve("script"), List.of("preview --format json", "send --approve @digest"));
        return new RecountProcess(folder, ScriptedRecount.class)
                .flag("-Djdk.net.hosts.file=" + Files.writeString(folder.resolve("hosts"), hosts))
                .run(
                        Map.of(
                                "HOME",
                                home.toString(),
                                "CLAUDE_MEM_TELEMETRY_KEY",
                                "phc_test",
                                "CLAUDE_MEM_TELEMETRY_HOST",
                                "http://localhost:" + tap.port()),
                        script.toString());
    }

    @Test
    void a_name_that_is_this_machine_is_sent_to() throws Exception {
        try (var tap = WireTap.answering(WireTap.TAKEN)) {
            var answer = send(tap, "127.0.0.1 localhost\n");

            assertThat(answer.output()).as(answer.errors()).contains("Delivered");
            assertThat(tap.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.head()).contains("Host: 127.0.0.1:" + tap.port()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1 localhost\n",
                "127.0.0.1 localhost\n192.0.2.1 localhost\n",
                "192.0.2.1 localhost\n127.0.0.1 localhost\n"
            })
    void a_name_that_is_also_another_machine_is_sent_to_by_no_address(String hosts) throws Exception {
        try (var tap = WireTap.answering(WireTap.TAKEN)) {
            var answer = send(tap, hosts);

            assertThat(answer.output())
                    .doesNotContain("Delivered")
                    .contains("Refused", "192.0.2.1 and not this machine");
            assertThat(tap.requests()).isEmpty();
        }
    }
}

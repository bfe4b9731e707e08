package app.recount.payload;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallProfileTest {

    @TempDir
    Path home;

    @Test
    void names_are_nodes() {
        var profile = profile("linux", "6.1.0-generic", "amd64", Map.of("LANG", "de_AT.UTF-8"));

        assertThat(profile.properties())
                .containsEntry("os", "linux")
                .containsEntry("os_version", "6.1.0-generic")
                .containsEntry("arch", "x64")
                .containsEntry("is_wsl", false)
                .containsEntry("is_ci", false)
                .containsEntry("locale", "de-AT");
        assertThat(profile("mac os x", "15.1", "aarch64", Map.of()).properties())
                .containsEntry("os", "darwin")
                .containsEntry("arch", "arm64");
        assertThat(profile("windows 11", "10.0", "amd64", Map.of()).properties())
                .containsEntry("os", "win32");
    }

    @Test
    void what_is_not_known_is_left_out_and_said() {
        var profile = profile("mac os x", "15.1", "aarch64", Map.of("LANG", "C.UTF-8"));

        assertThat(profile.properties())
                .doesNotContainKeys("version", "os_version", "runtime", "runtime_version", "node_version", "locale");
        assertThat(profile.unknown())
                .containsExactly("version", "os_version", "runtime", "runtime_version", "node_version", "locale");
    }

    @Test
    void linux_inside_windows_is_told_by_its_kernel() {
        assertThat(profile("linux", "5.15.153.1-Microsoft-standard-WSL2", "amd64", Map.of())
                        .properties())
                .containsEntry("is_wsl", true);
    }

    @Test
    void the_version_is_that_of_the_installed_plugin() throws IOException {
        var plugin = home.resolve(".claude/plugins/marketplaces/thedotmack");
        Files.createDirectories(plugin);
        Files.writeString(plugin.resolve("package.json"), "\uFEFF{\"version\":\"13.15.3\"}");

        assertThat(InstallProfile.detect(environment("linux", Map.of())).properties())
                .containsEntry("version", "13.15.3");
    }

    @Test
    void a_manifest_that_is_no_json_names_no_version() throws IOException {
        var plugin = home.resolve("elsewhere/plugins/marketplaces/thedotmack");
        Files.createDirectories(plugin);
        Files.writeString(plugin.resolve("package.json"), "{\"version\":");

        var environment = environment(
                "linux", Map.of("CLAUDE_CONFIG_DIR", home.resolve("elsewhere").toString()));

        assertThat(InstallProfile.detect(environment).unknown()).contains("version");
    }

    private InstallProfile profile(String os, String osVersion, String arch, Map<String, String> variables) {
        return InstallProfile.of(environment(os, variables), osVersion, arch, Optional.empty());
    }

    private Environment environment(String os, Map<String, String> variables) {
        return new Environment(variables, home, os);
    }
}

package app.recount.payload;

import app.recount.store.Environment;
import app.recount.store.JsonFile;
import app.recount.store.SmallFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The version of the claude-mem that is installed as a plugin, from its package or plugin manifest. */
final class InstalledVersion {

    private static final String MARKETPLACE = "plugins/marketplaces/thedotmack";

    private static final List<String> MANIFESTS = List.of(
            "package.json", "plugin/package.json", "plugin/.claude-plugin/plugin.json", ".claude-plugin/plugin.json");

    /** Manifests are a few kilobytes; anything larger is none. */
    private static final int LARGEST_MANIFEST = 1 << 20;

    private final Environment environment;

    InstalledVersion(Environment environment) {
        this.environment = environment;
    }

    Optional<String> find() {
        return configFolders()
                .map(folder -> folder.resolve(MARKETPLACE))
                .flatMap(folder -> MANIFESTS.stream().map(folder::resolve))
                .flatMap(manifest -> version(manifest).stream())
                .findFirst();
    }

    private Stream<Path> configFolders() {
        return environment
                .filled("CLAUDE_CONFIG_DIR")
                .map(list -> Stream.of(list.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty()))
                .orElseGet(() -> Stream.of("~/.claude"))
                .map(environment::expand);
    }

    private static Optional<String> version(Path manifest) {
        try {
            return JsonFile.parse(SmallFile.read(manifest, LARGEST_MANIFEST))
                    .map(root -> root.path("version").stringValue(""))
                    .filter(version -> !version.isEmpty());
        } catch (IOException e) {
            // a manifest that cannot be read names no version, and an unknown version is left out
            return Optional.empty();
        }
    }
}

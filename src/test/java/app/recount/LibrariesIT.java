package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The packaged libraries are those of {@code docs/libraries.sha256}, byte for byte and no others. With
 * {@code -Drecount.writeLibraries=true} the list is written instead of compared.
 */
@Proves(Promise.KNOWN_LIBRARIES)
class LibrariesIT {

    private static final Path LIST = Path.of("docs", "libraries.sha256");
    private static final Path LIB =
            PackagedRecount.launcher().resolveSibling("../lib").normalize();

    /** JavaFX has a jar for each platform; the list holds those of the platform that it was written on. */
    private static final String PLATFORM = "-(linux|mac|win)(-aarch64)?\\.jar$";

    @Test
    void there_are_these_libraries_and_no_others() throws Exception {
        if (Boolean.getBoolean("recount.writeLibraries")) {
            Files.writeString(LIST, text(found()));
        }
        var expected = expected();

        assertThat(found().keySet().stream().map(LibrariesIT::anyPlatform))
                .as("names of the libraries; CONTRIBUTING.md says how the list is brought up to date")
                .containsExactlyInAnyOrderElementsOf(
                        expected.keySet().stream().map(LibrariesIT::anyPlatform).toList());
        assertThat(found().entrySet())
                .filteredOn(library -> expected.containsKey(library.getKey())
                        || library.getKey().equals(anyPlatform(library.getKey())))
                .as("their bytes; CONTRIBUTING.md says how the list is brought up to date")
                .isNotEmpty()
                .allSatisfy(library -> assertThat(expected).contains(library));
    }

    @Test
    void the_bill_of_materials_names_exactly_these() throws Exception {
        var bill = Files.readString(LIB.resolveSibling("bom.json"));
        var named = Pattern.compile("\"purl\" : \"pkg:maven/[^/]+/([^@]+)@([^?\"]+)")
                .matcher(bill)
                .results()
                .map(match -> match.group(1) + "-" + match.group(2) + ".jar")
                .collect(Collectors.toSet());
        named.remove("recount-0.1.0.jar");

        assertThat(named)
                .isEqualTo(
                        found().keySet().stream().map(LibrariesIT::anyPlatform).collect(Collectors.toSet()));
        assertThat(bill).doesNotContain("serialNumber", "\"timestamp\"");
    }

    private static String anyPlatform(String name) {
        return name.replaceFirst(PLATFORM, ".jar");
    }

    private static SortedMap<String, String> expected() throws IOException {
        try (var lines = Files.lines(LIST)) {
            return lines.map(line -> line.split("  ", 2))
                    .collect(Collectors.toMap(line -> line[1], line -> line[0], (one, _) -> one, TreeMap::new));
        }
    }

    private static SortedMap<String, String> found() throws IOException, NoSuchAlgorithmException {
        var found = new TreeMap<String, String>();
        try (var jars = Files.newDirectoryStream(LIB, "*.jar")) {
            for (var jar : jars) {
                var name = jar.getFileName().toString();
                if (!name.equals("recount.jar")) {
                    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                    found.put(name, HexFormat.of().formatHex(digest));
                }
            }
        }
        return found;
    }

    /** As sha256sum reads it. */
    private static String text(SortedMap<String, String> libraries) {
        return libraries.entrySet().stream()
                .map(library -> library.getValue() + "  " + library.getKey() + "\n")
                .collect(Collectors.joining());
    }
}

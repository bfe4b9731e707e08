import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Stylesheet;

/** What a conversion says that would have given the other one of two files. */
static final int OTHER_ORDER = 3;

/** After so many of one order there is no other any more. */
static final int DRAWS = 50;

/**
 * Puts the binary form of the window's styles beside them into the program's jar, where JavaFX prefers it: to read it takes a seventh of
 * what the text takes. JavaFX has to be on the class path. The same styles give the same bytes.
 */
void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
        System.exit(convert(new File(args[0]), new File(args[1])));
    }
    var jar = Path.of(args[0]);
    var folder = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "styles");
    try {
        pack(jar, folder);
    } finally {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

void pack(Path jar, Path folder) throws IOException, InterruptedException {
    var packed = folder.resolve("packed.jar");
    try (var in = new JarFile(jar.toFile(), false);
            var out = new ZipOutputStream(Files.newOutputStream(packed))) {
        for (var entry : Collections.list(in.entries())) {
            var bytes = in.getInputStream(entry).readAllBytes();
            add(out, entry.getName(), entry, bytes);
            if (entry.getName().endsWith(".css")) {
                add(out, entry.getName().replaceAll("css$", "bss"), entry, binary(bytes, folder));
            }
        }
    }
    Files.move(packed, jar, StandardCopyOption.REPLACE_EXISTING);
}

void add(ZipOutputStream out, String name, ZipEntry like, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(like.getTime());
    out.putNextEntry(entry);
    out.write(bytes);
}

/**
 * In a JVM of its own, as often as it takes: JavaFX writes the states of a selector in the order of a set, and each JVM draws one of two
 * orders when it starts. The option makes hash codes that are addresses elsewhere the same in every JVM.
 */
byte[] binary(byte[] css, Path folder) throws IOException, InterruptedException {
    var text = Files.write(folder.resolve("styles.css"), css);
    var binary = folder.resolve("styles.bss");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = List.of(
            java,
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=2",
            "-classpath",
            System.getProperty("java.class.path"),
            "jpackage/BinaryStyles.java",
            text.toString(),
            binary.toString());
    int status = OTHER_ORDER;
    for (int n = 0; n < DRAWS && status == OTHER_ORDER; n++) {
        status = new ProcessBuilder(command).inheritIO().start().waitFor();
    }
    if (status != 0) {
        throw new IOException("The styles were not converted, status " + status);
    }
    return Files.readAllBytes(binary);
}

int convert(File text, File binary) throws IOException {
    if (!List.copyOf(Set.of("first", "second")).equals(List.of("first", "second"))) {
        return OTHER_ORDER;
    }
    Stylesheet.convertToBinary(text, binary);
    var read = Stylesheet.loadBinary(binary.toURI().toURL());
    var parsed = new CssParser().parse(text.toURI().toURL());
    if (!CssParser.errorsProperty().isEmpty() || !names(read).equals(names(parsed))) {
        System.err.println("The binary styles differ from their text, or it has errors: " + CssParser.errorsProperty());
        return 1;
    }
    return 0;
}

/** Which properties of what it sets. */
List<String> names(Stylesheet sheet) {
    return sheet.getRules().stream()
            .map(rule -> rule.getSelectors() + " "
                    + rule.getDeclarations().stream().map(Declaration::getProperty).toList())
            .toList();
}

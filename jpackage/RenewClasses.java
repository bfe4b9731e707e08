import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Gives the classes of a jar that are older than Java 6 the version and the stack maps of Java 8, because a start-up cache takes no older
 * ones. Their instructions stay what they are; everything else in the jar is copied as it is, in its order and with its times, and a
 * file beside it says what was done, as licenses ask for.
 */
void main(String[] args) throws IOException {
    var jar = Path.of(args[0]);
    var renewed = Path.of(args[0] + ".renewed");
    try (var in = new JarFile(jar.toFile(), false);
            var out = new ZipOutputStream(Files.newOutputStream(renewed))) {
        var file = ClassFile.of(ClassHierarchyResolverOption.of(relations(in)));
        for (var entry : Collections.list(in.entries())) {
            var copy = new ZipEntry(entry.getName());
            copy.setTime(entry.getTime());
            out.putNextEntry(copy);
            out.write(renewed(file, entry.getName(), in.getInputStream(entry).readAllBytes()));
        }
        var notice = new ZipEntry("META-INF/CHANGES");
        notice.setTime(in.entries().nextElement().getTime());
        out.putNextEntry(notice);
        out.write("Recount's packages: classes older than Java 6 have the version and the stack maps of Java 8.\n".getBytes(UTF_8));
    }
    Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
}

ClassHierarchyResolver relations(JarFile jar) {
    return ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> stream(jar, type))
            .orElse(ClassHierarchyResolver.defaultResolver());
}

InputStream stream(JarFile jar, ClassDesc type) {
    var descriptor = type.descriptorString();
    var entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
        return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}

byte[] renewed(ClassFile file, String name, byte[] bytes) {
    if (!name.endsWith(".class") || file.parse(bytes).majorVersion() >= ClassFile.JAVA_6_VERSION) {
        return bytes;
    }
    var bodies = ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
    var version = ClassTransform.dropping(element -> element instanceof ClassFileVersion)
            .andThen(ClassTransform.endHandler(type -> type.withVersion(ClassFile.JAVA_8_VERSION, 0)));
    var renewed = file.transformClass(file.parse(bytes), bodies.andThen(version));
    var errors = file.verify(renewed);
    if (!errors.isEmpty()) {
        throw new IllegalStateException(name + " would not load", errors.getFirst());
    }
    return renewed;
}

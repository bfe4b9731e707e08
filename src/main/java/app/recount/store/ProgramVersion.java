package app.recount.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * What was built, as the build wrote it down.
 *
 * @param program Recount's own version
 * @param posthogLibrary the version of posthog-java, which every event names in {@code $lib_version}
 */
public record ProgramVersion(String program, String posthogLibrary) {

    /** Reads the resource that the build filled in. */
    public static ProgramVersion ofThisBuild() {
        var properties = new Properties();
        try (var resource = ProgramVersion.class.getResourceAsStream("/app/recount/build.properties")) {
            properties.load(Objects.requireNonNull(resource, "build.properties is part of every build"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProgramVersion(
                Objects.requireNonNull(properties.getProperty("program.version")),
                Objects.requireNonNull(properties.getProperty("posthog.version")));
    }
}

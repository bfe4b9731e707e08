package app.recount.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What the surroundings say: environment variables and the few system properties that decide where things live. The only place
 * that reads them, so that every rule can be tried with invented surroundings.
 *
 * @param variables the environment as this process sees it
 * @param home the home folder: {@code HOME} when set, not the password file's
 * @param os {@code os.name} in lower case
 */
public record Environment(Map<String, String> variables, Path home, String os) {

    /** The {@code LC_ALL} of whoever called the launcher, empty if there was none. */
    private static final String LAUNCHED = "RECOUNT_LC_ALL";

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The surroundings of this process. */
    public static Environment ofProcess() {
        return of(System.getenv(), System.getProperties());
    }

    static Environment of(Map<String, String> variables, Properties properties) {
        var home = variables.getOrDefault("HOME", "");
        return new Environment(
                asAskedFor(variables),
                Path.of(home.isEmpty() ? properties.getProperty("user.home") : home),
                properties.getProperty("os.name").toLowerCase(Locale.ROOT));
    }

    /** Without what the launcher changed for Java's sake, where a locale that is asked for is not installed. */
    private static Map<String, String> asAskedFor(Map<String, String> variables) {
        if (!variables.containsKey(LAUNCHED)) {
            return variables;
        }
        var asked = new HashMap<>(variables);
        asked.put("LC_ALL", Objects.requireNonNull(asked.remove(LAUNCHED)));
        return asked;
    }

    /** A variable's value, also when it is empty; absent only when it is not set at all. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** A variable's value if it is set and not empty. */
    public Optional<String> filled(String name) {
        return variable(name).filter(value -> !value.isEmpty());
    }

    /** Expands a leading {@code ~/}; anything else stands as it is. */
    public Path expand(String path) {
        if (path.equals("~")) {
            return home;
        }
        return path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path);
    }

    public boolean isLinux() {
        return os.equals("linux");
    }

    public boolean isMac() {
        return os.startsWith("mac");
    }

    public boolean isWindows() {
        return os.startsWith("windows");
    }
}

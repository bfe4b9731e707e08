package app.recount.payload;

import app.recount.store.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The base properties: what can be said of the claude-mem install from outside its process. What is not known is left out.
 *
 * @param properties in the order of the wire; names as Node gives them
 * @param unknown the base properties that are not known here
 */
public record InstallProfile(Map<String, Object> properties, List<String> unknown) {

    /** Looks at this machine and at the installed claude-mem. */
    public static InstallProfile detect(Environment environment) {
        return of(
                environment,
                System.getProperty("os.version", ""),
                System.getProperty("os.arch", ""),
                new InstalledVersion(environment).find());
    }

    static InstallProfile of(Environment environment, String osVersion, String arch, Optional<String> version) {
        var found = new LinkedHashMap<String, Optional<? extends Object>>();
        found.put("version", version);
        found.put("os", Optional.of(nodePlatform(environment)));
        // Java knows the kernel release on Linux only; elsewhere it would be the product's version
        found.put("os_version", environment.isLinux() ? Optional.of(osVersion) : Optional.empty());
        found.put(
                "is_wsl",
                Optional.of(environment.isLinux()
                        && osVersion.toLowerCase(Locale.ROOT).contains("microsoft")));
        found.put("arch", Optional.of(nodeArchitecture(arch)));
        found.put("is_ci", Optional.of(isCi(environment)));
        found.put("locale", locale(environment));

        var properties = new LinkedHashMap<String, Object>();
        var unknown = new ArrayList<String>();
        for (var key : AllowList.BASE_KEYS) {
            found.getOrDefault(key, Optional.empty())
                    .ifPresentOrElse(value -> properties.put(key, value), () -> unknown.add(key));
        }
        return new InstallProfile(properties, unknown);
    }

    public InstallProfile {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        unknown = List.copyOf(unknown);
    }

    private static String nodePlatform(Environment environment) {
        if (environment.isMac()) {
            return "darwin";
        }
        return environment.isWindows() ? "win32" : environment.os();
    }

    private static String nodeArchitecture(String arch) {
        return switch (arch) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            case "x86", "i386" -> "ia32";
            default -> arch;
        };
    }

    private static boolean isCi(Environment environment) {
        return environment
                .filled("CI")
                .filter(value -> !Set.of("0", "false").contains(value))
                .isPresent();
    }

    /** The language that the surroundings ask for; none is known where they ask for none, or for C. */
    private static Optional<String> locale(Environment environment) {
        return List.of("LC_ALL", "LC_MESSAGES", "LANG").stream()
                .flatMap(name -> environment.filled(name).stream())
                .findFirst()
                .map(value -> value.replaceFirst("[.@].*", ""))
                .filter(value -> !value.equals("C") && !value.equals("POSIX"))
                .map(value -> Locale.forLanguageTag(value.replace('_', '-')).toLanguageTag())
                .filter(tag -> !tag.equals("und"));
    }
}

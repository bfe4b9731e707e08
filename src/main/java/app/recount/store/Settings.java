package app.recount.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the user chose and what the window remembers; a value that never changes. Kept by {@link SettingsStore}.
 *
 * @param theme the look of the window
 * @param scale how large everything is shown, in percent of its usual size; empty: as the display says
 * @param notifications whether the end of long work is told outside the window while nobody looks at it
 * @param recentFiles memory databases that were opened, newest first
 * @param own what the user names instead of what is found or usual
 * @param layout where windows and their parts stand
 */
public record Settings(
        Theme theme,
        Optional<Integer> scale,
        boolean notifications,
        List<Path> recentFiles,
        Own own,
        WindowLayout layout) {

    /** How many recent files are kept. */
    public static final int RECENT_LIMIT = 10;

    /** Light, dark, or whatever the system shows. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /**
     * Where data come from and go to, as far as the user names it; the environment wins over host and key.
     *
     * @param dataDirectory claude-mem's data directory
     * @param host the destination's host
     * @param apiKey the destination's project key
     */
    public record Own(Optional<Path> dataDirectory, Optional<String> host, Optional<String> apiKey) {

        /** Nothing is named. */
        public static final Own NONE = new Own(Optional.empty(), Optional.empty(), Optional.empty());

        public Own withDataDirectory(Optional<Path> changed) {
            return new Own(changed, host, apiKey);
        }

        public Own withHost(Optional<String> changed) {
            return new Own(dataDirectory, changed, apiKey);
        }

        public Own withApiKey(Optional<String> changed) {
            return new Own(dataDirectory, host, changed);
        }
    }

    public Settings {
        recentFiles = recentFiles.stream().distinct().limit(RECENT_LIMIT).toList();
    }

    /** What a first start begins with. */
    public static Settings defaults() {
        return new Settings(Theme.SYSTEM, Optional.empty(), true, List.of(), Own.NONE, WindowLayout.NONE);
    }

    public Settings withTheme(Theme changed) {
        return new Settings(changed, scale, notifications, recentFiles, own, layout);
    }

    public Settings withScale(Optional<Integer> changed) {
        return new Settings(theme, changed, notifications, recentFiles, own, layout);
    }

    public Settings withNotifications(boolean changed) {
        return new Settings(theme, scale, changed, recentFiles, own, layout);
    }

    /** Puts this file first; the oldest beyond the limit is forgotten. */
    public Settings withRecentFile(Path file) {
        var files = new ArrayList<>(List.of(file));
        files.addAll(recentFiles);
        return new Settings(theme, scale, notifications, files, own, layout);
    }

    public Settings withOwn(UnaryOperator<Own> change) {
        return new Settings(theme, scale, notifications, recentFiles, change.apply(own), layout);
    }

    public Settings withLayout(UnaryOperator<WindowLayout> change) {
        return new Settings(theme, scale, notifications, recentFiles, own, change.apply(layout));
    }
}

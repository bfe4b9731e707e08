package app.recount.desktop.shell;

import app.recount.store.Environment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How large everything is shown, where that is the program's to say: JavaFX takes it when it starts, on Linux and on Windows. A Mac's
 * displays have the one size that the system's settings give them.
 */
public final class DisplayScale {

    private static final List<Integer> USUAL = List.of(100, 125, 150, 175, 200);

    private DisplayScale() {}

    /** The name of JavaFX's own setting; empty where there is none. */
    private static Optional<String> property(Environment environment) {
        if (environment.isLinux()) {
            return Optional.of("glass.gtk.uiScale");
        }
        return environment.isWindows() ? Optional.of("glass.win.uiScale") : Optional.empty();
    }

    public static boolean isPossible(Environment environment) {
        return property(environment).isPresent();
    }

    /** To be called before JavaFX starts. Whoever has set it for this one start wins. */
    public static void set(Environment environment, Optional<Integer> percent) {
        if (percent.isPresent()) {
            property(environment)
                    .filter(name -> System.getProperty(name) == null)
                    .ifPresent(name -> System.setProperty(name, percent.get() + "%"));
        }
    }

    /**
     * What can be chosen: the window's least size has to fit on the display; and what is chosen already.
     *
     * @param width that the display has for windows, in its own pixels
     */
    public static List<Integer> choices(double width, double height, Optional<Integer> chosen) {
        var fitting = USUAL.stream()
                .filter(percent -> WindowMemory.LEAST_WIDTH * percent <= width * 100
                        && WindowMemory.LEAST_HEIGHT * percent <= height * 100);
        return Stream.concat(fitting, chosen.stream()).distinct().sorted().toList();
    }
}

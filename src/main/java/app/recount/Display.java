package app.recount;

import app.recount.store.Environment;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks whether a window can open, before JavaFX is started: a toolkit that fails leaves threads, messages and stack traces behind.
 * On Linux JavaFX talks to an X server through GTK 3, also in a Wayland session, so exactly those are tried.
 */
@SuppressWarnings("restricted") // three calls into libX11 and the loader, which answer what no Java API does
final class Display {

    private final Environment environment;
    private final Predicate<String> greets;

    Display(Environment environment) {
        this(environment, XServer::greets);
    }

    /** @param greets the quick question; what it denies is asked again with the user's authority */
    Display(Environment environment, Predicate<String> greets) {
        this.environment = environment;
        this.greets = greets;
    }

    /** What is missing and how to get it, in half a sentence each; empty if a window can open. */
    Optional<String> missing() {
        if (environment.isMac() || environment.isWindows() || "Headless".equals(System.getProperty("glass.platform"))) {
            return Optional.empty();
        }
        var missing = new ArrayList<String>();
        missingServer().ifPresent(missing::add);
        if (!loads("libgtk-3.so.0") || !loads("libXtst.so.6")) {
            missing.add("GTK 3 is not installed (Debian, Ubuntu: apt install libgtk-3-0 libxtst6 libxxf86vm1;"
                    + " Fedora: dnf install gtk3 libXtst libXxf86vm)");
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", missing));
    }

    private Optional<String> missingServer() {
        var name = environment.filled("DISPLAY");
        if (name.isEmpty()) {
            return Optional.of(
                    environment.filled("WAYLAND_DISPLAY").isPresent()
                            ? "the Wayland session has no X server (Debian, Ubuntu: apt install xwayland;"
                                    + " Fedora: dnf install xorg-x11-server-Xwayland)"
                            : "there is no display (DISPLAY is not set; start it in a desktop session, or under xvfb-run:"
                                    + " Debian, Ubuntu: apt install xvfb; Fedora: dnf install xorg-x11-server-Xvfb)");
        }
        // without libX11 GTK cannot load either, and the sentence on GTK says what brings both
        if (greets.test(name.get()) || !loads("libX11.so.6")) {
            return Optional.empty();
        }
        return reaches()
                ? Optional.empty()
                : Optional.of("the X server “%s” cannot be reached (start it, or set DISPLAY to one that runs)"
                        .formatted(name.get()));
    }

    /** It stays loaded, since JavaFX is about to need it. */
    private static boolean loads(String library) {
        try {
            return SymbolLookup.libraryLookup(library, Arena.global()) != null;
        } catch (IllegalArgumentException e) {
            return false; // the loader's way to say that there is no such library
        }
    }

    /** Connects to the X server as GTK would, with the user's authority, and hangs up again. */
    private static boolean reaches() {
        var linker = Linker.nativeLinker();
        var x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
        var open = linker.downcallHandle(
                x11.findOrThrow("XOpenDisplay"), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        var close = linker.downcallHandle(
                x11.findOrThrow("XCloseDisplay"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try {
            var display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.address() == 0) {
                return false;
            }
            int _ = (int) close.invokeExact(display);
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException("XOpenDisplay could not be called", e);
        }
    }
}

package app.recount.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.stream.Stream;

/** Standard error, of which Java does not say whether it goes to a terminal: its console tells of the other two streams only. */
@SuppressWarnings("restricted") // one call into the C library
final class ErrorStream {

    private static final int DESCRIPTOR = 2;

    private ErrorStream() {}

    static boolean isTerminal() {
        var linker = Linker.nativeLinker();
        return Stream.of("isatty", "_isatty")
                .flatMap(name -> linker.defaultLookup().find(name).stream())
                .findFirst()
                .filter(found -> {
                    var ask = linker.downcallHandle(
                            found, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
                    try {
                        return (int) ask.invokeExact(DESCRIPTOR) != 0;
                    } catch (Throwable e) {
                        throw new IllegalStateException("isatty could not be called", e);
                    }
                })
                .isPresent();
    }
}

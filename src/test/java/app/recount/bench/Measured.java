package app.recount.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Seconds that something took: by the clock, and of all processors together, the kernel's work included. */
record Measured(double wall, double cpu) {

    /** Some work, to be measured. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Measures work within this process, with all that compiling and collecting garbage takes meanwhile. */
    static Measured of(Work work) throws Exception {
        return between(Usage.ofThisProcess(), work, Usage::ofThisProcess);
    }

    /** Measures work that consists of child processes which end. */
    static Measured ofChildren(Work work) throws Exception {
        return between(Usage.ofChildren(), work, Usage::ofChildren);
    }

    private static Measured between(double before, Work work, Usage after) throws Exception {
        var begun = System.nanoTime();
        work.run();
        return new Measured((System.nanoTime() - begun) / 1e9, after.seconds() - before);
    }

    /** Processor time as the kernel has put it down; only Linux does so here. */
    @FunctionalInterface
    private interface Usage {

        double TICKS_PER_SECOND = 100;

        double seconds() throws IOException;

        static double ofThisProcess() {
            return ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElseThrow()
                            .toNanos()
                    / 1e9;
        }

        static double ofChildren() throws IOException {
            var fields = Files.readString(Path.of("/proc/self/stat"));
            var behindName = fields.substring(fields.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(behindName[13]) + Long.parseLong(behindName[14])) / TICKS_PER_SECOND;
        }
    }
}

package app.recount.analysis;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.SmallFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the two lists of prices, the user's own again when it has changed. Safe for any number of threads. */
final class PriceFiles {

    private static final String PUBLISHED = "prices.json";

    /** The longest public list of models and prices is a tenth of this. */
    private static final int LARGEST = 16 << 20;

    private final Path own;
    private @Nullable Read read;

    PriceFiles(Path own) {
        this.own = own;
    }

    /** What the user's file was like when it was read; without one there is no version. */
    private record Version(FileTime modified, long size) {}

    private record Read(Optional<Version> version, Prices prices) {}

    synchronized Prices prices() {
        try {
            var version = version();
            var known = read;
            if (known == null || !known.version().equals(version)) {
                known = new Read(version, version.isEmpty() ? published() : own().over(published(), "own prices"));
                read = known;
            }
            return known.prices();
        } catch (IOException e) {
            throw new ProblemException(problem().because(e), e);
        }
    }

    private Optional<Version> version() throws IOException {
        return Files.exists(own)
                ? Optional.of(new Version(Files.getLastModifiedTime(own), Files.size(own)))
                : Optional.empty();
    }

    private Prices own() throws IOException {
        try {
            return Prices.parse(SmallFile.read(own, LARGEST));
        } catch (Prices.FaultException e) {
            throw new ProblemException(problem().because(e.fault()), e);
        }
    }

    private static Prices published() {
        try (var stream = Objects.requireNonNull(PriceFiles.class.getResourceAsStream(PUBLISHED))) {
            return Prices.parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Prices.FaultException e) {
            throw new IllegalStateException(e);
        }
    }

    private Problem problem() {
        return Problem.of("PRICES_INVALID", own).advising(Action.read("mendPrices"));
    }
}

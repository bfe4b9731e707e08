package app.recount.delivery;

import app.recount.payload.Digest;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.problem.SystemAnswer;
import app.recount.store.AtomicFile;
import app.recount.store.HalfFiles;
import app.recount.store.RecountHome;
import app.recount.store.SmallFile;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folder {@code approved/}: the bytes of every payload that was ever approved, as {@code <digest>.json}, and beside them one
 * {@code <digest>.<…>.delivery} for each destination and data directory it was approved for.
 */
final class ApprovedStore {

    private static final String SUFFIX = ".delivery";
    private static final String BODY = ".json";

    /** Ten thousand active days are a tenth of this. */
    private static final int LARGEST_BODY = 128 << 20;

    /** A part of its own for each of so many events as fit into a body stays below this. */
    private static final int LARGEST_DELIVERY = 128 << 20;

    private final RecountHome home;

    ApprovedStore(RecountHome home) {
        this.home = home;
    }

    /** Of the whole folder; looks without making it. Whoever writes there has the {@link SendLock}. */
    static HalfFiles halfFiles(RecountHome home) {
        return new HalfFiles(home.folder().resolve("approved"), name -> name.endsWith(SUFFIX) || name.endsWith(BODY));
    }

    /** Keeps the bytes for good; they are on the disk when this returns. */
    void keepBody(Digest digest, byte[] body) {
        var file = body(digest);
        if (storedBody(digest).isEmpty()) {
            write(file, body);
        }
    }

    /** The bytes under this digest, if they are still those that hash to it. */
    Optional<byte[]> storedBody(Digest digest) {
        try {
            return Optional.of(SmallFile.read(body(digest), LARGEST_BODY))
                    .filter(bytes -> Digest.of(bytes).equals(digest));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(body(digest), SystemAnswer.of(e));
        }
    }

    void save(KeptDelivery kept) {
        write(
                file(kept.approval().digest(), kept.approval().destination(), kept.dataDirectory()),
                KeptDeliveryJson.write(kept));
    }

    Optional<KeptDelivery> find(Digest digest, String destination, Path dataDirectory) {
        var file = file(digest, destination, dataDirectory);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Everything that is on file for a data directory, newest first. */
    List<KeptDelivery> of(Path dataDirectory) {
        return all().stream()
                .filter(kept -> kept.dataDirectory().equals(dataDirectory))
                .sorted(Comparator.comparing(KeptDelivery::since).reversed())
                .toList();
    }

    private List<KeptDelivery> all() {
        try (var files = Files.newDirectoryStream(home.approved(), "*" + SUFFIX)) {
            var found = new ArrayList<KeptDelivery>();
            for (var file : files) {
                found.add(read(file));
            }
            return found;
        } catch (IOException e) {
            throw unreadable(home.approved(), SystemAnswer.of(e));
        }
    }

    /** A file that cannot be understood is moved aside and told of once; what it stood for may have been sent or not. */
    private KeptDelivery read(Path file) {
        try {
            var kept = KeptDeliveryJson.read(SmallFile.read(file, LARGEST_DELIVERY));
            if (kept.isEmpty()) {
                throw unreadable(AtomicFile.setAside(file), Wording.of("problem.APPROVED_UNREADABLE.aside"));
            }
            return kept.get();
        } catch (IOException e) {
            throw unreadable(file, SystemAnswer.of(e));
        }
    }

    private static ProblemException unreadable(Path file, Wording cause) {
        return new ProblemException(Problem.of("APPROVED_UNREADABLE", file)
                .because(cause)
                .advising(Action.tryAgain(), Action.showReceipts()));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("APPROVED_NOT_KEPT", file)
                            .because(e)
                            .advising(Action.tryAgain(), Action.read("seeDisk")),
                    e);
        }
    }

    private Path body(Digest digest) {
        return body(home.approved(), digest);
    }

    /** Where the bytes of a digest stand in such a folder. */
    static Path body(Path folder, Digest digest) {
        return folder.resolve(digest.hex() + BODY);
    }

    private Path file(Digest digest, String destination, Path dataDirectory) {
        var whereTo = Digest.of((destination + "\n" + dataDirectory).getBytes(StandardCharsets.UTF_8));
        return home.approved()
                .resolve("%s.%s%s".formatted(digest.hex(), whereTo.hex().substring(0, 16), SUFFIX));
    }
}

package app.recount.delivery;

import app.recount.delivery.ReceiptFile.Content;
import app.recount.payload.Digest;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.ProcessLock;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The append-only log {@code receipts.jsonl}: one JSON object a line, UTF-8, each with its {@code number}, the {@code previous}
 * entry's hash (null in the first) and, last of all, its own {@code hash}.
 *
 * <p>The hash is the SHA-256 of the line without its newline and without the hash itself, that is with
 * {@code ,"hash":"sha256:…"}} at its end replaced by {@code }}. So anybody can check entry 3:
 *
 * <pre>{@code
 * sed -n 3p receipts.jsonl | sed 's/,"hash":"sha256:[0-9a-f]*"}$/}/' | tr -d '\n' | sha256sum
 * sed -n 3p receipts.jsonl | jq -r .hash
 * sed -n 4p receipts.jsonl | jq -r .previous
 * }</pre>
 *
 * <p>An entry that a crash tore is no entry: it is moved into a file of its own before the next one is written, and that one says
 * so. The newest number and hash are also kept in recount.db, because a missing end does not show in the chain itself.
 */
public final class ReceiptLog {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReceiptFile file;
    private final Path path;
    private final Path lock;
    private final RecountHome home;
    private final ReceiptAnchor anchor;
    private final Clock clock;
    private final Texts texts;

    /** @param texts the language of the log */
    ReceiptLog(RecountHome home, RecountStore store, Clock clock, Texts texts) {
        this.path = home.receipts();
        this.file = new ReceiptFile(path);
        this.lock = home.folder().resolve("receipts.lock");
        this.home = home;
        this.anchor = new ReceiptAnchor(store);
        this.clock = clock;
        this.texts = texts;
    }

    /** Every entry that can be read, oldest first; whether they are all there is for {@link #verify} to say. */
    public List<Receipt> list() {
        return locked(() -> receipts(file.read()).toList());
    }

    private static Stream<Receipt> receipts(Content content) {
        return content.lines().stream().flatMap(line -> ReceiptJson.read(line).stream());
    }

    /** Proves the chain from the first entry to the last, and the last against what recount.db remembers. */
    public Verification verify() {
        return locked(() -> verify(file.read()));
    }

    /** Proves the chain, and that the stored bytes are still those that it names. */
    public ReceiptProof prove() {
        return locked(() -> {
            var content = file.read();
            return new ReceiptProof(
                    verify(content), true, KeptBody.of(content.chain().receipts(), home.approved()));
        });
    }

    private Verification verify(Content content) {
        var chain = content.chain();
        var receipts = chain.receipts();
        if (chain.why().isPresent()) {
            return new Verification.Broken(receipts.size() + 1L, chain.why().get());
        }
        var damage = anchor.damage().map(Wording::verbatim).or(() -> cut(content, receipts));
        if (damage.isPresent()) {
            long remembered = anchor.newest().map(ReceiptAnchor.Newest::number).orElse(0L);
            return new Verification.Cut(receipts.size(), remembered, damage.get());
        }
        return new Verification.Intact(receipts.size(), newest(receipts).map(Receipt::hash), notes(content, receipts));
    }

    static Optional<Receipt> newest(List<Receipt> receipts) {
        return receipts.isEmpty() ? Optional.empty() : Optional.of(receipts.getLast());
    }

    /** A log that is longer than what is remembered was written to the end, and the program died before it could note that. */
    private Optional<Wording> cut(Content content, List<Receipt> receipts) {
        return anchor.newest().flatMap(remembered -> {
            if (remembered.number() > receipts.size()) {
                return Optional.of(
                        content.rest().isPresent()
                                ? Wording.of("proof.cut.piece", remembered.number(), receipts.size())
                                : Wording.of("proof.cut", remembered.number(), receipts.size()));
            }
            var there = receipts.get((int) remembered.number() - 1).hash();
            return there.equals(remembered.hash())
                    ? Optional.empty()
                    : Optional.of(Wording.of("proof.replaced", remembered.number()));
        });
    }

    private List<Wording> notes(Content content, List<Receipt> receipts) {
        var notes = new ArrayList<Wording>();
        anchor.setAside().map(where -> Wording.of("proof.endUnknown", where)).ifPresent(notes::add);
        receipts.stream()
                .filter(receipt -> receipt.kind() == Receipt.Kind.MENDED)
                .flatMap(receipt -> receipt.reason().stream())
                .map(Wording::verbatim)
                .forEach(notes::add);
        content.rest().map(rest -> Wording.of("proof.torn.next", rest.length)).ifPresent(notes::add);
        return notes;
    }

    /** Puts an entry on record; it is on the disk when this returns. */
    Receipt append(ReceiptEntry entry) {
        return locked(() -> written(entry));
    }

    /** Puts an entry on record, unless nothing else was said of its data directory since the same was put there; returns that one then. */
    Optional<Receipt> appendUnlessItStands(ReceiptEntry entry) {
        return locked(() -> {
            var stands = standing(entry, file.read());
            if (stands.isEmpty()) {
                written(entry);
            }
            return stands;
        });
    }

    private Receipt written(ReceiptEntry entry) throws IOException {
        var receipt = write(entry, mend(file.read()));
        anchor.remember(receipt);
        return receipt;
    }

    /** What the newest entry about the same data directory says, if that is the very same about the same payload. */
    private static Optional<Receipt> standing(ReceiptEntry entry, Content content) {
        return entry.subject()
                .flatMap(subject -> receipts(content)
                        .filter(receipt -> receipt.subject()
                                .map(Receipt.Subject::dataDirectory)
                                .filter(subject.dataDirectory()::equals)
                                .isPresent())
                        .reduce((before, newest) -> newest)
                        .filter(newest -> newest.kind() == entry.kind()
                                && newest.subject().equals(entry.subject())));
    }

    /** Leaves the file with whole lines only, and on record what was wrong with its end. */
    private Content mend(Content content) throws IOException {
        var chain = content.chain();
        if (chain.why().isEmpty() && anchor.damage().isEmpty()) {
            var damage = cut(content, chain.receipts());
            if (damage.isPresent()) {
                anchor.rememberDamage(texts.say(damage.get()));
                write(ReceiptEntry.note(Receipt.Kind.MENDED, damage.get()), withoutRest(content));
                return file.read();
            }
        }
        return withoutRest(content);
    }

    private Content withoutRest(Content content) throws IOException {
        if (content.rest().isEmpty()) {
            return content;
        }
        var rest = content.rest().get();
        var kept = file.setAside(rest);
        write(
                ReceiptEntry.note(
                        Receipt.Kind.MENDED,
                        Wording.of(
                                "receipt.mended",
                                rest.length,
                                kept.getFileName().toString(),
                                Digest.of(rest))),
                file.read());
        return file.read();
    }

    private Receipt write(ReceiptEntry entry, Content before) throws IOException {
        var last = before.lines().isEmpty()
                ? Optional.<Receipt>empty()
                : ReceiptJson.read(before.lines().getLast());
        var line = ReceiptJson.line(entry, before.lines().size() + 1L, clock.instant(), last.map(Receipt::hash), texts);
        file.append(line + "\n");
        return ReceiptJson.read(line.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    /** Something done while no other process changes the log. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T locked(Work<T> work) {
        try (var _ = ProcessLock.take(lock, PATIENCE)) {
            return work.run();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("RECEIPTS_UNUSABLE", path)
                            .because(e)
                            .advising(Action.tryAgain(), Action.read("seeDisk")),
                    e);
        }
    }
}

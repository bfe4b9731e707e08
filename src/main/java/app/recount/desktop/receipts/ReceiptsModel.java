package app.recount.desktop.receipts;

import app.recount.delivery.Receipt;
import app.recount.desktop.widget.Times;
import app.recount.payload.Destination;
import app.recount.payload.Digest;
import app.recount.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which receipts are shown, which one is selected, and what is known of its bytes. */
final class ReceiptsModel {

    private final ReadOnlyObjectWrapper<Optional<Ledger>> ledger = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<Receipt> visible = FXCollections.observableArrayList();

    // held, because an unmodifiable view follows its list only as long as somebody holds the view
    private final ObservableList<Receipt> view = FXCollections.unmodifiableObservableList(visible);
    private final ObjectProperty<Optional<Receipt>> selected = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Long> wanted = Optional.empty();
    private final ReadOnlyObjectWrapper<StoredBytes> bytes = new ReadOnlyObjectWrapper<>(new StoredBytes.None());

    ReceiptsModel() {
        filter.subscribe((before, now) -> show());
        selected.subscribe((before, now) -> bytes.set(
                now.flatMap(Receipt::subject).isPresent() ? new StoredBytes.Loading() : new StoredBytes.None()));
    }

    /** Empty until the log was read once. */
    ReadOnlyObjectProperty<Optional<Ledger>> ledger() {
        return ledger.getReadOnlyProperty();
    }

    /** Why the log was never read. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    StringProperty filter() {
        return filter;
    }

    /** What the filter lets through, newest first. */
    ObservableList<Receipt> visible() {
        return view;
    }

    ObjectProperty<Optional<Receipt>> selected() {
        return selected;
    }

    ReadOnlyObjectProperty<StoredBytes> bytes() {
        return bytes.getReadOnlyProperty();
    }

    /** Whether nothing was ever approved or declined here. */
    boolean isEmpty() {
        return ledger.get().filter(read -> read.receipts().isEmpty()).isPresent();
    }

    /** The log was read. What is wanted is selected, else what was selected stays so, else the newest is. */
    void read(Ledger now) {
        var number = selected.get().map(Receipt::number);
        problem.set(Optional.empty());
        ledger.set(Optional.of(now));
        show();
        selected.set(number.flatMap(this::byNumber).or(() -> visible.stream().findFirst()));
        wanted.ifPresent(this::select);
        wanted = Optional.empty();
    }

    /** The log could not be read, and nothing is known of it from before. */
    void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    /** Selects a receipt, one that is not known yet with the next reading; a filter that hides it is taken away. */
    void select(long number) {
        wanted = Optional.of(number);
        byNumber(number).ifPresent(receipt -> {
            wanted = Optional.empty();
            if (!visible.contains(receipt)) {
                filter.set("");
            }
            selected.set(Optional.of(receipt));
        });
    }

    /** Moves among the visible ones, negative to newer ones; stays at the ends. */
    void move(int step) {
        beside(step).ifPresent(receipt -> selected.set(Optional.of(receipt)));
    }

    boolean mayMove(int step) {
        return beside(step).isPresent();
    }

    private Optional<Receipt> beside(int step) {
        return selected.get()
                .map(visible::indexOf)
                .map(at -> at + step)
                .filter(at -> at >= 0 && at < visible.size())
                .map(visible::get);
    }

    /** The bytes of a receipt were looked for; an answer for one that is not selected any more is dropped. */
    void bytesRead(Receipt receipt, Optional<byte[]> body) {
        answered(
                receipt,
                body.<StoredBytes>map(found -> new StoredBytes.Present(found, digest(receipt)))
                        .orElseGet(StoredBytes.Missing::new));
    }

    /** The same where they cannot be read. */
    void bytesUnreadable(Receipt receipt, Problem problem) {
        answered(receipt, new StoredBytes.Unreadable(problem));
    }

    private void answered(Receipt receipt, StoredBytes answer) {
        if (selected.get().filter(receipt::equals).isPresent()) {
            bytes.set(answer);
        }
    }

    /**
     * What was sent last, whatever the filter hides: withdrawing is about it. A no, or a mere approval, sent nothing; a rehearsal on this
     * machine left nothing elsewhere, and counts only where there is nothing else.
     */
    Optional<Receipt.Subject> lastSent() {
        var sent = ledger.get().stream()
                .flatMap(read -> read.receipts().reversed().stream())
                .filter(receipt -> receipt.kind() == Receipt.Kind.SENT)
                .flatMap(receipt -> receipt.subject().stream())
                .toList();
        return sent.stream()
                .filter(subject -> !Destination.at(subject.destination(), Destination.Origin.DEFAULT)
                        .isLoopback())
                .findFirst()
                .or(() -> sent.stream().findFirst());
    }

    /** The visible entries as they stand in the file, oldest first. */
    String export() {
        var text = new StringBuilder();
        visible.reversed().forEach(receipt -> text.append(receipt.line()).append('\n'));
        return text.toString();
    }

    private static Digest digest(Receipt receipt) {
        return receipt.subject().orElseThrow().digest();
    }

    private Optional<Receipt> byNumber(long number) {
        return ledger.get().stream()
                .flatMap(read -> read.receipts().stream())
                .filter(receipt -> receipt.number() == number)
                .findFirst();
    }

    private void show() {
        var wanted = Objects.requireNonNullElse(filter.get(), "").strip().toLowerCase(Locale.ROOT);
        List<Receipt> all = ledger.get().map(Ledger::receipts).orElse(List.of());
        visible.setAll(all.reversed().stream()
                .filter(receipt -> wanted.isEmpty() || words(receipt).anyMatch(word -> word.contains(wanted)))
                .toList());
    }

    private static Stream<String> words(Receipt receipt) {
        return Stream.concat(
                        Stream.of(
                                Long.toString(receipt.number()),
                                Times.second(receipt.time()),
                                receipt.kind().text(),
                                receipt.outcome().orElse(""),
                                receipt.code().orElse("")),
                        receipt.subject().stream()
                                .flatMap(subject -> Stream.of(
                                        subject.digest().toString(),
                                        subject.destination(),
                                        subject.dataDirectory(),
                                        subject.installId())))
                .map(word -> word.toLowerCase(Locale.ROOT));
    }
}

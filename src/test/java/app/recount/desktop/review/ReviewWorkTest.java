package app.recount.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.consent.ReviewText;
import app.recount.delivery.Backfill;
import app.recount.delivery.Decline;
import app.recount.delivery.Outcome;
import app.recount.delivery.Receipt;
import app.recount.delivery.ReceiptLog;
import app.recount.demo.DemoMemory;
import app.recount.desktop.Desks;
import app.recount.desktop.FxThread;
import app.recount.desktop.shell.AnsweredDialogs;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Notice;
import app.recount.desktop.shell.Notices;
import app.recount.desktop.shell.Source;
import app.recount.desktop.shell.Workspace;
import app.recount.memory.MemoryReader;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.problem.Action;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page does with what the services answer, over real data directories, receipts and a receiver on this machine. */
class ReviewWorkTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-12T09:30:00Z"), ZoneOffset.UTC);
    private static final Decline.Choice BARE_NO = new Decline.Choice(false, false);

    @TempDir
    Path folder;

    private final Notices notices = new Notices();
    private final Background background = new Background(Platform::runLater, notices::show);
    private final RehearsalReceiver receiver = RehearsalReceiver.start(0, CLOCK, reception -> {});
    private Backfill services;
    private Source mine;
    private Workspace workspace;
    private ReviewModel model;
    private ReviewWork work;

    @BeforeEach
    void start() {
        FxThread.start();
        services = backfill(folder.resolve("recount"));
        mine = source("mine");
        workspace = new Workspace(services.run()::preview, () -> mine, background, "Reading");
        model = new ReviewModel(workspace.preview(), workspace.reading(), ReviewText.from(new Texts()));
        work = work(services.receipts());
    }

    @AfterEach
    void close() {
        FxThread.call(() -> {
            background.close();
            return true;
        });
        receiver.close();
    }

    @Test
    void receipts_that_cannot_be_read_keep_send_inert_until_another_try_reads_them() throws IOException {
        var receipts = unreadableReceipts();
        open(receipts, mine);
        awaitBooks(BooksState.Unreadable.class);
        FxThread.call(() -> {
            model.openPayload();
            return model;
        });
        assertThat(see(() -> model.inertia().get())).contains(Inertia.BOOKS_UNREADABLE);
        assertThat(see(notices::standing)).as("the page itself tells").isEmpty();

        Files.delete(file(receipts));
        FxThread.call(() -> {
            work.readBooks();
            return work;
        });

        awaitBooks(BooksState.Known.class);
        assertThat(see(() -> model.inertia().get())).isEmpty();
    }

    @Test
    void another_try_says_that_it_reads() throws IOException {
        open(unreadableReceipts(), mine);
        awaitBooks(BooksState.Unreadable.class);

        assertThat(FxThread.call(() -> {
                    work.readBooks();
                    return model.books().get();
                }))
                .isEqualTo(new BooksState.Reading());
    }

    @Test
    void how_a_sending_ended_is_shown_also_where_its_receipts_cannot_be_read() throws IOException {
        var receipts = folder.resolve("other");
        open(receipts, mine);
        awaitBooks(BooksState.Known.class);
        Files.createDirectories(file(receipts));

        FxThread.call(() -> {
            model.openPayload();
            work.send();
            return work;
        });

        FxThread.await(() -> model.state().get() instanceof ReviewState.Ended);
        var ended = (ReviewState.Ended) see(() -> model.state().get());
        assertThat(ended.outcome()).isInstanceOf(Outcome.Delivered.class);
        assertThat(see(() -> model.books().get().known())).isEmpty();
        assertThat(see(() -> notices.standing().stream().map(Notice::code).toList()))
                .containsExactly(Optional.of("RECEIPTS_UNUSABLE"));
    }

    @Test
    void what_was_on_record_and_open_of_one_data_directory_is_left_at_once_when_another_is_opened() {
        open(folder.resolve("recount"), mine);
        awaitBooks(BooksState.Known.class);
        services.decline()
                .decline(mine.dataDirectory(), see(() -> workspace.preview().get()), BARE_NO);
        FxThread.call(() -> {
            work.readBooks();
            return work;
        });
        FxThread.await(() -> !receiptsShown().isEmpty());
        var theirs = source("theirs");

        var left = FxThread.call(() -> {
            model.openPayload();
            workspace.open(theirs);
            return model.books().get();
        });

        assertThat(left).isEqualTo(new BooksState.Reading());
        assertThat(see(() -> model.openBody().get())).isEmpty();
        awaitBooks(BooksState.Known.class);
        assertThat(see(this::receiptsShown)).isEmpty();
    }

    @Test
    void a_no_is_about_the_data_directory_that_was_asked_about_whatever_is_shown_by_then() throws IOException {
        open(folder.resolve("recount"), mine);
        awaitBooks(BooksState.Known.class);
        var theirs = source("theirs");
        var before = Files.readString(theirs.dataDirectory().telemetryConfig());
        FxThread.call(() -> {
            var asked = work.asked();
            workspace.open(theirs);
            work.switchTelemetryOff(asked);
            return work;
        });
        FxThread.await(() -> !notices.standing().isEmpty());

        assertThat(Files.readString(mine.dataDirectory().telemetryConfig())).contains("false");
        assertThat(theirs.dataDirectory().telemetryConfig()).hasContent(before);
        assertThat(services.receipts().list())
                .flatExtracting(receipt -> receipt.subject().stream().toList())
                .extracting(Receipt.Subject::dataDirectory)
                .isNotEmpty()
                .containsOnly(mine.dataDirectory().realPath().toString());
    }

    @Test
    void a_question_about_what_is_no_longer_shown_is_not_put() {
        open(folder.resolve("recount"), mine);
        awaitBooks(BooksState.Known.class);
        var theirs = source("theirs");
        var put = new ArrayList<String>();

        FxThread.call(() -> {
            work.foresee(work.asked(), foresight -> put.add("mine"));
            workspace.open(theirs);
            work.foresee(work.asked(), foresight -> put.add("theirs"));
            return work;
        });

        FxThread.await(() -> put.contains("theirs"));
        FxThread.await(() -> background.visibleJob().get().isEmpty());
        assertThat(see(() -> List.copyOf(put))).containsExactly("theirs");
    }

    @Test
    void stored_bytes_that_come_when_another_data_directory_is_shown_are_not_opened() {
        open(folder.resolve("recount"), mine);
        awaitBooks(BooksState.Known.class);
        FxThread.call(() -> {
            model.openPayload();
            work.send();
            return work;
        });
        FxThread.await(() -> model.state().get() instanceof ReviewState.Ended);
        FxThread.await(() -> !workspace.reading().get());
        var sent = see(() -> workspace.preview().get()).orElseThrow().sealed().digest();
        var theirs = source("theirs");

        FxThread.call(() -> {
            work.openStored(sent);
            workspace.open(theirs);
            return work;
        });

        awaitBooks(BooksState.Known.class);
        assertThat(see(() -> model.openBody().get())).isEmpty();
        FxThread.call(() -> {
            work.openStored(sent);
            return work;
        });
        FxThread.await(() -> model.openBody().get().isPresent());
    }

    @Test
    void where_another_database_helps_it_is_asked_for_and_opened() {
        var other = folder.resolve("other.db");
        var work = work(
                services.receipts(),
                Desks.in(folder, background, notices, AnsweredDialogs.opening(() -> Optional.of(other))));

        var opened = FxThread.call(() -> {
            work.help(Action.Kind.OPEN_ANOTHER);
            return workspace.source().database();
        });

        assertThat(opened).contains(other);
    }

    private List<Receipt> receiptsShown() {
        return model.books().get().known().map(Books::receipts).orElseThrow();
    }

    /** A page whose receipts are those of one Recount, while what is sent is put on record by its own. */
    private void open(Path receiptsOf, Source source) {
        work = work(backfill(receiptsOf).receipts());
        FxThread.call(() -> {
            workspace.preview().subscribe(preview -> work.readBooks());
            workspace.open(source);
            return workspace;
        });
    }

    private ReviewWork work(ReceiptLog receipts) {
        return work(receipts, Desks.in(folder, background, notices));
    }

    private ReviewWork work(ReceiptLog receipts, Desk desk) {
        return new ReviewWork(
                desk,
                workspace,
                new Backfill(services.run(), services.delivery(), services.decline(), receipts),
                CLOCK,
                model);
    }

    private Path unreadableReceipts() throws IOException {
        var other = folder.resolve("other");
        Files.createDirectories(file(other));
        return other;
    }

    private static Path file(Path recount) {
        return RecountHome.at(recount).receipts();
    }

    private Backfill backfill(Path recount) {
        var home = RecountHome.at(recount);
        return Backfill.with(
                new Environment(Map.of(), folder, "linux"),
                CLOCK,
                home,
                new RecountStore(home),
                new MemoryReader(home),
                ProgramVersion.ofThisBuild(),
                new Texts());
    }

    private Source source(String name) {
        var directory = folder.resolve(name);
        new DemoMemory(CLOCK).in(directory, DemoMemory.DEFAULT_SEED);
        return new Source(
                DataDirectory.named(directory),
                Optional.empty(),
                Destination.at(receiver.destination().toString(), Destination.Origin.DEFAULT),
                ApiKey.rehearsal(),
                false);
    }

    private void awaitBooks(Class<? extends BooksState> state) {
        FxThread.await(() -> state.isInstance(model.books().get()));
    }

    private static <T> T see(Supplier<T> what) {
        return FxThread.call(what);
    }
}

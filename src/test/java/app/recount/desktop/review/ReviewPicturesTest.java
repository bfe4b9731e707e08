package app.recount.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.consent.ReviewText;
import app.recount.consent.TelemetryConfig;
import app.recount.delivery.Backfill;
import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Blocker;
import app.recount.delivery.Marker;
import app.recount.delivery.MarkerState;
import app.recount.delivery.Outcome;
import app.recount.delivery.Outcome.Acknowledgement;
import app.recount.delivery.Receipt;
import app.recount.delivery.SendStep;
import app.recount.delivery.WaitingDelivery;
import app.recount.desktop.Easel;
import app.recount.desktop.FxThread;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.IdleWorkspace;
import app.recount.memory.MemoryReader;
import app.recount.payload.Digest;
import app.recount.payload.PayloadDifference;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountStore;
import app.recount.store.Settings.Theme;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws every state of the page in both themes; the pictures are for people to look at. */
class ReviewPicturesTest {

    private static final Instant NOW = Instant.parse("2026-06-12T09:31:07.412Z");
    private static final String MARKER = """
            {
              "completedAt": "2026-06-12T09:31:07.412Z",
              "throughDay": "2026-06-07",
              "eventCount": 29,
              "installId": "3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77",
              "version": 2
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void every_state_can_be_drawn(Theme theme) throws Exception {
        var ready = Previews.days(28).make();
        draw(theme, "ready", 1104, 744, page -> page.preview.set(Optional.of(ready)));
        draw(theme, "ready-narrow", 848, 544, page -> page.preview.set(Optional.of(ready)));
        draw(theme, "ready-long", 1104, 1400, page -> {
            page.preview.set(Optional.of(ready));
            page.model.books().set(new BooksState.Known(books(ready, "delivered")));
        });
        draw(theme, "books-unreadable", 1104, 744, page -> {
            page.preview.set(Optional.of(ready));
            page.model.books().set(unreadable());
        });
        draw(theme, "awake", 1104, 744, page -> {
            page.preview.set(Optional.of(ready));
            page.model.books().set(new BooksState.Known(books(ready, "delivered")));
            page.model.openPayload();
            page.model.openBody().set(Optional.empty());
        });
        draw(theme, "payload", 1104, 744, page -> {
            page.preview.set(Optional.of(ready));
            page.model.openPayload();
        });
        draw(
                theme,
                "blocked",
                1104,
                744,
                page -> page.preview.set(Optional.of(Previews.days(28)
                        .provisional()
                        .environment("DO_NOT_TRACK", "1")
                        .blocked(Blocker.CONSENT_OFF, Blocker.NO_API_KEY, Blocker.FOREIGN_DATABASE)
                        .make())));
        draw(
                theme,
                "malformed",
                1104,
                744,
                page -> page.preview.set(Optional.of(Previews.days(28)
                        .config(new TelemetryConfig.Malformed(Wording.of("consent.malformed.noJson")))
                        .blocked(Blocker.TELEMETRY_CONFIG_INVALID)
                        .make())));
        draw(
                theme,
                "older",
                1104,
                744,
                page -> page.preview.set(Optional.of(Previews.days(28)
                        .marker(MarkerState.Kind.OLDER, "{\"version\": 1}", "1")
                        .make())));
        var done = Previews.days(28)
                .marker(MarkerState.Kind.CURRENT, MARKER, "2")
                .blocked(Blocker.MARKER_CURRENT)
                .make();
        draw(theme, "done", 1104, 744, page -> {
            page.preview.set(Optional.of(done));
            page.model
                    .books()
                    .set(new BooksState.Known(
                            new Books(Optional.empty(), Optional.empty(), Optional.empty(), List.of())));
        });
        draw(theme, "done-books-unreadable", 1104, 744, page -> {
            page.preview.set(Optional.of(done));
            page.model.books().set(unreadable());
        });
        draw(
                theme,
                "unreadable",
                1104,
                744,
                page -> page.preview.set(Optional.of(Previews.days(28)
                        .marker(MarkerState.Kind.UNREADABLE, "{\"completedAt\": \"2026-0", "")
                        .blocked(Blocker.MARKER_UNREADABLE)
                        .make())));
        draw(theme, "waiting", 1104, 744, page -> {
            page.preview.set(Optional.of(ready));
            page.model.books().set(new BooksState.Known(waiting(ready)));
        });
        draw(theme, "sending", 1104, 744, page -> {
            page.preview.set(Optional.of(ready));
            page.model.sendingStarted(ready.approve(page.model.text(), NOW));
            page.model
                    .step()
                    .set(Optional.of(new SendStep.Pausing(
                            2, 5, NOW.plusSeconds(8), Wording.verbatim("The server answered 503."))));
        });
        outcomes(theme, done);
    }

    @Test
    void of_a_marker_without_events_nothing_is_said_of_sending_again() throws Exception {
        var none = Previews.days(28)
                .marker(MarkerState.Kind.CURRENT, MARKER.replace("29", "0"), "2")
                .blocked(Blocker.MARKER_CURRENT)
                .make();
        var easel = new Easel(folder);
        var drawn = new AtomicReference<ReviewView>();
        easel.draw("review-done-none", Theme.LIGHT, 1104, 1000, desk -> {
            drawn.set(page(easel, desk, page -> page.preview.set(Optional.of(none))));
            return drawn.get();
        });

        assertThat(FxThread.call(() -> words(drawn.get())))
                .contains(
                        "A zero-event marker stands, through 2026-06-07 · payload version 2",
                        "What sending would mean",
                        "What the marker says")
                .noneMatch(words -> words.contains(" again") || words.contains("What was sent"));
    }

    private static List<String> words(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .flatMap(node -> switch (node) {
                    case Labeled labeled -> Stream.of(labeled.getText());
                    case Text text -> Stream.of(text.getText());
                    case Parent part -> words(part).stream();
                    default -> Stream.<String>empty();
                })
                .toList();
    }

    private void outcomes(Theme theme, BackfillPreview done) throws Exception {
        var digest = done.sealed().digest();
        var taken = List.of(new Acknowledgement(digest, 29, done.sealed().size(), 0, 200, "{\"status\":\"Ok\"}", 612));
        draw(theme, "delivered", 1104, 744, page -> {
            page.preview.set(Optional.of(done));
            page.model.books().set(new BooksState.Known(books(done, "delivered")));
            page.model.sendingEnded(new Outcome.Delivered(
                    digest,
                    1,
                    29,
                    taken,
                    new Marker(NOW, done.payload().throughDay(), 29, Previews.INSTALL_ID, 2),
                    Optional.empty()));
        });
        draw(theme, "refused", 1104, 744, page -> {
            page.preview.set(Optional.of(done));
            page.model.books().set(new BooksState.Known(books(done, "refused")));
            page.model.sendingEnded(new Outcome.Refused(
                    digest,
                    1,
                    29,
                    Outcome.By.SERVER,
                    new Problem("SERVER_REFUSED", Wording.verbatim("The server refused the payload with status 401."))
                            .because(Wording.verbatim("It says that the API key is not valid."))
                            .advising(Action.openSettings(), Action.reviewAgain()),
                    Optional.of("{\"type\":\"authentication_error\",\"code\":\"invalid_api_key\"}")));
        });
        draw(theme, "unknown", 1104, 744, page -> {
            page.preview.set(Optional.of(done));
            page.model.books().set(new BooksState.Known(books(done, "unknown")));
            page.model.sendingEnded(new Outcome.Unknown(
                    digest,
                    5,
                    29,
                    List.of(),
                    new Problem("NO_ANSWER", Wording.verbatim("Bytes left this machine, and no answer came."))
                            .because(Wording.verbatim(
                                    "The connection was cut five times after the request had been sent."))
                            .advising(Action.tryAgain())));
        });
    }

    private static BooksState unreadable() {
        return new BooksState.Unreadable(Problem.of("RECEIPTS_UNUSABLE", Path.of("receipts.jsonl"))
                .because(Wording.verbatim("Permission denied.")));
    }

    private static Books waiting(BackfillPreview preview) {
        var text = ReviewText.from(new Texts());
        return new Books(
                Optional.of(new WaitingDelivery(
                        preview.approve(text, NOW),
                        Path.of("home"),
                        WaitingDelivery.State.UNANSWERED,
                        List.of(),
                        Optional.of(new Problem(
                                "NO_ANSWER", Wording.verbatim("Bytes left this machine, and no answer came."))),
                        NOW)),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Books books(BackfillPreview preview, String outcome) {
        var receipts = List.of(
                receipt(preview, 5, Receipt.Kind.APPROVED, Optional.empty()),
                receipt(preview, 6, Receipt.Kind.SENT, Optional.empty()),
                receipt(preview, 7, Receipt.Kind.ANSWER, Optional.of(outcome)));
        return new Books(
                Optional.empty(),
                Optional.of(receipts.getLast()),
                Optional.of(PayloadDifference.between(Previews.days(27).make().sealed(), preview.sealed())),
                receipts);
    }

    private static Receipt receipt(BackfillPreview preview, long number, Receipt.Kind kind, Optional<String> outcome) {
        var payload = preview.payload();
        var subject = new Receipt.Subject(
                preview.sealed().digest(),
                "http://127.0.0.1:4711/batch/",
                preview.request().dataDirectory().path().toString(),
                Previews.INSTALL_ID,
                preview.sealed().eventCount(),
                Previews.FIRST_DAY,
                payload.throughDay(),
                payload.version(),
                "1",
                Digest.of(new byte[0]));
        return new Receipt(
                number,
                NOW.minusSeconds(20 - number),
                kind,
                Optional.of(subject),
                outcome,
                Optional.empty(),
                Optional.empty(),
                kind == Receipt.Kind.ANSWER
                        ? List.of(new Receipt.Part(
                                subject.digest(), 29, 14794, Optional.of(200), "{\"status\":\"Ok\"}", 0, 612))
                        : List.of(),
                Optional.empty(),
                Digest.of(new byte[] {1}),
                "{}");
    }

    private record DrawnPage(SimpleObjectProperty<Optional<BackfillPreview>> preview, ReviewModel model) {}

    private void draw(Theme theme, String name, int width, int height, Consumer<DrawnPage> fill) throws Exception {
        var easel = new Easel(folder);
        var picture = easel.draw("review-" + name, theme, width, height, desk -> page(easel, desk, fill));
        assertThat(picture.getWidth()).isEqualTo(width);
    }

    private ReviewView page(Easel easel, Desk desk, Consumer<DrawnPage> fill) {
        var preview = new SimpleObjectProperty<Optional<BackfillPreview>>(Optional.empty());
        var model = new ReviewModel(preview, new SimpleBooleanProperty(), ReviewText.from(desk.texts()));
        var backfill = Backfill.with(
                new Environment(Map.of(), Path.of("home"), "linux"),
                Clock.systemUTC(),
                easel.home(),
                new RecountStore(easel.home()),
                new MemoryReader(easel.home()),
                ProgramVersion.ofThisBuild(),
                desk.texts());
        var workspace = IdleWorkspace.in(folder, desk.background());
        var view = new ReviewView(desk, model, new ReviewWork(desk, workspace, backfill, Clock.systemUTC(), model));
        fill.accept(new DrawnPage(preview, model));
        return view;
    }
}

package app.recount.desktop.review;

import app.recount.delivery.Receipt;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.PageHeader;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.desktop.widget.Times;
import app.recount.desktop.widget.TwoColumns;
import app.recount.memory.RollupMetric;
import app.recount.payload.Payload;
import app.recount.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The commonest state: the marker stands and there is nothing to do. Says what was sent and what another sending would mean. */
final class DoneFace {

    private final Desk desk;
    private final Texts texts;
    private final ReviewModel model;
    private final ReviewWork work;
    private final DeclineDialogs dialogs;

    DoneFace(Desk desk, ReviewModel model, ReviewWork work, DeclineDialogs dialogs) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.work = work;
        this.dialogs = dialogs;
    }

    Node of(ReviewState.NothingToDo state) {
        var preview = state.preview();
        var marker = MarkerCard.of(
                preview.marker(), preview.request().dataDirectory().marker(), desk);
        var who = new WhoCard(texts);
        who.show(preview);
        var face = new Face(
                new PageHeader(texts.get("review.title")).subtitle(texts.get("review.done.subtitle")),
                frame(state),
                new TwoColumns(
                        List.of(story(state), marker, now(state)),
                        List.of(
                                newer(state.story()),
                                again(state.story()),
                                LiveCard.of(preview, texts, dialogs),
                                who.node())));
        return model.books()
                .get()
                .failure()
                .map(problem -> face.above(BooksFrame.of(problem, texts, work)))
                .orElse(face);
    }

    private StatusFrame frame(ReviewState.NothingToDo state) {
        var story = state.story();
        boolean none = story.withoutEvents();
        var frame = new StatusFrame(Status.GOOD, texts.get(told("review.done.title", story)));
        frame.line(
                none
                        ? texts.get("review.done.line.none", day(story.throughDay()), version(story))
                        : texts.get("review.done.line", events(story), day(story.throughDay()), version(story)));
        author(story)
                .ifPresent(receipt -> frame.actions(List.of(Buttons.withIcon(
                        Feather.FILE_TEXT,
                        texts.get("review.ended.receipt", receipt.number()),
                        () -> work.openReceipt(receipt.number())))));
        return frame;
    }

    private Card story(ReviewState.NothingToDo state) {
        var story = state.story();
        var facts = new Facts();
        facts.row(
                texts.get("review.done.when"),
                story.completedAt().map(at -> Times.second(at) + " UTC").orElseGet(this::unknown));
        facts.row(texts.get("review.done.through"), day(story.throughDay()));
        facts.row(
                texts.get("review.done.count"),
                story.eventCount().map(Figures::of).orElseGet(this::unknown));
        facts.row(texts.get("review.done.version"), version(story));
        facts.row(texts.get("review.done.install"), Labels.paragraph(install(state)));
        facts.row(texts.get("review.done.by"), by(story));
        return new Card(texts.get(told("review.done.what.title", story))).body(facts);
    }

    private String install(ReviewState.NothingToDo state) {
        var now = state.preview().payload().installId().value();
        return state.story()
                .installId()
                .map(id -> texts.get(id.equals(now) ? "review.done.install.same" : "review.done.install.other", id))
                .orElseGet(this::unknown);
    }

    private String by(MarkerStory story) {
        return switch (model.books().get()) {
            case BooksState.Reading _ -> texts.get("review.done.by.reading");
            case BooksState.Unreadable _ -> texts.get("review.done.by.unreadable");
            case BooksState.Known known ->
                known.books()
                        .authorOf(story, texts)
                        .map(receipt -> texts.get("review.done.by.receipt", receipt.number()))
                        .orElseGet(() -> texts.get(
                                story.withoutEvents() ? "review.done.by.without-events" : "review.done.by.claude-mem"));
        };
    }

    private Card newer(MarkerStory story) {
        var rows = new VBox(6);
        var metrics = story.newerMetrics(Payload.version(true));
        if (metrics.isEmpty()) {
            rows.getChildren().add(Labels.paragraph(texts.get("review.done.newer.none", version(story))));
        } else {
            rows.getChildren().add(Labels.paragraph(texts.get(told("review.done.newer.text", story))));
            metrics.forEach(metric -> rows.getChildren().add(newMetric(metric)));
        }
        return new Card(texts.get("review.done.newer.title")).body(rows);
    }

    private Node newMetric(RollupMetric metric) {
        return new VBox(
                Labels.mono(metric.key()),
                Labels.paragraph(
                        texts.say(metric.meaning()) + " " + texts.get("review.done.newer.since", metric.sinceVersion()),
                        "muted"));
    }

    private Card again(MarkerStory story) {
        return new Card(texts.get(told("review.done.again.title", story)))
                .body(Rows.statements(List.of(
                        Rows.statement(Feather.REPEAT, texts.get(told("review.done.again.1", story))),
                        Rows.statement(Feather.GIT_MERGE, texts.get(told("review.done.again.2", story))),
                        Rows.statement(
                                story.withoutEvents() ? Feather.LOCK : Feather.CALENDAR,
                                texts.get(told("review.done.again.3", story), day(story.throughDay()))))));
    }

    /** What holds of days that were sent is not said of a marker that stands for none. */
    private static String told(String key, MarkerStory story) {
        return story.withoutEvents() ? key + ".none" : key;
    }

    private Card now(ReviewState.NothingToDo state) {
        var sealedNow = state.preview().sealed();
        var counters = new CounterRow()
                .counter(Figures.of(sealedNow.eventCount()), texts.get("review.what.events", sealedNow.eventCount()))
                .counter(Figures.of(sealedNow.size()), texts.get("review.what.bytes"));
        var view = Buttons.withIcon(Feather.EYE, texts.get("review.what.view"), model::openPayload);
        view.setId("view-payload");
        return new Card(texts.get("review.done.now.title")).body(counters).footer(view);
    }

    private Optional<Receipt> author(MarkerStory story) {
        return model.books().get().known().flatMap(books -> books.authorOf(story, texts));
    }

    private String events(MarkerStory story) {
        return story.eventCount()
                .map(count -> texts.get("review.done.events", count))
                .orElseGet(() -> texts.get("review.done.events.unknown"));
    }

    private String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElseGet(this::unknown);
    }

    private String version(MarkerStory story) {
        return story.version().map(String::valueOf).orElseGet(this::unknown);
    }

    private String unknown() {
        return texts.get("review.done.unknown");
    }
}

package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.MarkerState;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.PageHeader;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.desktop.widget.TwoColumns;
import app.recount.memory.DailyRollup;
import app.recount.memory.RollupMetric;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** The page before a decision: everything there is to know, and the two buttons. */
final class DecideFace {

    private final Texts texts;
    private final ReviewModel model;
    private final ReviewWork work;
    private final WhatCard what;
    private final NeverCard never;
    private final DisclosureCard disclosure;
    private final FlagsCard flags;
    private final SinceCard since;
    private final StatementsCard statements;
    private final WhoCard who;
    private final NotNowCard notNow;
    private final DecisionBar bar;
    private final Face face;

    DecideFace(Desk desk, ReviewModel model, ReviewWork work, DeclineDialogs dialogs) {
        this.texts = desk.texts();
        this.model = model;
        this.work = work;
        what = new WhatCard(texts, model, desk.clipboard());
        never = new NeverCard(texts, work::showWithheld);
        model.columns().subscribe(never::show);
        disclosure = new DisclosureCard(texts);
        flags = new FlagsCard(texts);
        since = new SinceCard(texts);
        statements = new StatementsCard(model.text(), texts, work::withoutLocation);
        who = new WhoCard(texts);
        notNow = new NotNowCard(texts, dialogs);
        bar = new DecisionBar(texts, model, work::send, work::notNow);
        face = new Face(
                        new PageHeader(texts.get("review.title")).subtitle(texts.get("review.subtitle")),
                        new TwoColumns(
                                List.of(what.node(), never.node(), disclosure.node(), since.node()),
                                List.of(statements.node(), who.node(), notNow.node(), flags.node())))
                .below(bar);
    }

    Node node() {
        return face;
    }

    Node firstFocus() {
        return what.viewButton();
    }

    /** A new preview. */
    void show(BackfillPreview preview) {
        what.show(preview);
        disclosure.show(preview);
        flags.show(preview.privacy());
        statements.show(preview);
        who.show(preview);
        notNow.show(preview);
        showDecision(preview);
        showBooks(preview);
    }

    /** How the payload that is shown was sealed, also where it was not sealed anew after all. */
    void showOptions(BackfillPreview preview) {
        statements.show(preview);
    }

    /** The look, or whether something may be sent, changed. */
    void showDecision(BackfillPreview preview) {
        what.showLook();
        bar.show(preview);
    }

    void showBooks(BackfillPreview preview) {
        since.show(model.books().get(), preview);
        face.lead(lead(preview).toArray(Node[]::new));
    }

    private List<Node> lead(BackfillPreview preview) {
        var frames = new ArrayList<Node>();
        model.books().get().failure().ifPresent(problem -> frames.add(BooksFrame.of(problem, texts, work)));
        if (!preview.sendable()) {
            frames.add(ObstaclesFrame.of(preview, texts, work));
        }
        if (preview.marker().kind() == MarkerState.Kind.OLDER) {
            frames.add(olderMarker(preview));
        }
        return frames;
    }

    private Node olderMarker(BackfillPreview preview) {
        var story = MarkerStory.of(preview.marker());
        int version = preview.payload().version();
        var brought =
                story.newerMetrics(version).stream().map(RollupMetric::key).collect(Collectors.joining(", "));
        var title = story.version()
                .map(older -> texts.get("review.older.title", older))
                .orElseGet(() -> texts.get("review.older.unknown"));
        var frame = new StatusFrame(Status.NOTE, title)
                .line(
                        brought.isEmpty()
                                ? texts.get("review.older.line.same", version)
                                : texts.get("review.older.line", version, brought));
        story.newerMetrics(version).forEach(metric -> daysWith(metric, preview).ifPresent(frame::line));
        return frame;
    }

    /** What a counter that is new brings: on how many days, and which. */
    private Optional<String> daysWith(RollupMetric metric, BackfillPreview preview) {
        var days = preview.activity().rollups().stream()
                .filter(rollup -> rollup.values().containsKey(metric))
                .map(DailyRollup::day)
                .toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.get(
                        "review.older.days",
                        metric.key(),
                        days.size(),
                        days.getFirst().toString(),
                        days.getLast().toString()));
    }
}

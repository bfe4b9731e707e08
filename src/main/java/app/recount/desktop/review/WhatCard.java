package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.ProxyRoute;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Prose;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.Tag;
import app.recount.memory.SourceTable;
import app.recount.memory.TurnGroup;
import app.recount.payload.BackfillEvent;
import app.recount.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What would be sent, in figures, and the way to every byte of it. */
final class WhatCard {

    private final Texts texts;
    private final ReviewModel model;
    private final VBox content = new VBox(10);
    private final Tag looked;
    private final Button view;
    private final Card card;

    WhatCard(Texts texts, ReviewModel model, Consumer<String> clipboard) {
        this.texts = texts;
        this.model = model;
        looked = new Tag(Status.OPEN, texts.get("review.what.not-looked"));
        view = Buttons.withIcon(Feather.EYE, texts.get("review.what.view"), model::openPayload);
        view.setId("view-payload");
        var copy = Buttons.withIcon(
                Feather.COPY,
                texts.get("review.what.copy-digest"),
                () -> model.preview()
                        .getValue()
                        .ifPresent(shown ->
                                clipboard.accept(shown.sealed().digest().toString())));
        copy.getStyleClass().add("quiet");
        card = new Card(texts.get("review.what.title")).body(content).footer(view, looked, Card.spring(), copy);
    }

    Card node() {
        return card;
    }

    Button viewButton() {
        return view;
    }

    void show(BackfillPreview preview) {
        content.getChildren().setAll(counters(preview), facts(preview));
        showLook();
    }

    /** Whether these bytes were looked at, as a shape and words. */
    void showLook() {
        if (model.hasLooked()) {
            looked.show(Status.GOOD, texts.get("review.what.looked"));
        } else if (model.seen().getValue().isPresent()) {
            looked.show(Status.CAUTION, texts.get("review.what.changed"));
        } else {
            looked.show(Status.OPEN, texts.get("review.what.not-looked"));
        }
    }

    private Node counters(BackfillPreview preview) {
        int events = preview.sealed().eventCount();
        var row = new CounterRow().counter(Figures.of(events), texts.get("review.what.events", events));
        if (events > 0) {
            var days = preview.payload().events().stream()
                    .filter(event -> event.name() == BackfillEvent.Name.HISTORICAL_ACTIVITY)
                    .count();
            row.counter(Figures.of(days), texts.get("review.what.days", days));
        }
        return row.counter(Figures.of(preview.sealed().size()), texts.get("review.what.bytes"))
                .counter(events == 0 ? "0" : "1", texts.get("review.what.requests", events == 0 ? 0 : 1));
    }

    private Facts facts(BackfillPreview preview) {
        var payload = preview.payload();
        var destination = preview.request().destination();
        var facts = new Facts();
        facts.row(
                texts.get("review.what.range.name"),
                payload.window()
                        .map(window -> texts.get(
                                "review.what.range",
                                window.installDay().toString(),
                                payload.throughDay().toString()))
                        .orElseGet(() -> texts.get(
                                "review.what.range.none", payload.throughDay().toString())));
        facts.row(
                texts.get("review.what.destination.name"),
                Prose.of(
                        Prose.piece(destination.address()),
                        Prose.muted(" · " + texts.get("review.what.destination." + destination.origin()) + ", "
                                + texts.get("review.what.key."
                                        + preview.request().key().origin()))));
        proxy(facts, preview);
        generation(facts, preview);
        var id = payload.installId();
        facts.row(
                texts.get("review.what.install.name"),
                Prose.of(
                        Prose.piece(id.value(), "mono"),
                        Prose.muted(" · " + texts.get("review.what.install." + id.origin()))));
        facts.row(
                texts.get("review.what.digest.name"),
                Labels.paragraph(preview.sealed().digest().toString(), "mono", "digest"));
        if (!preview.profile().unknown().isEmpty()) {
            facts.row(
                    texts.get("review.what.unknown.name"),
                    Labels.paragraph(
                            texts.get(
                                    "review.what.unknown",
                                    String.join(", ", preview.profile().unknown())),
                            "muted"));
        }
        return facts;
    }

    /** Which store the figures of generation come from, where there are any. */
    private void generation(Facts facts, BackfillPreview preview) {
        var groups = preview.activity().turnsInWindow();
        if (!groups.isEmpty()) {
            facts.row(
                    texts.get("review.what.generation.name"),
                    texts.get(
                            "review.what.generation",
                            turns(groups, SourceTable.TURNS),
                            turns(groups, SourceTable.KEPT_TURNS),
                            groups.stream().map(TurnGroup::day).distinct().count()));
        }
    }

    private static long turns(List<TurnGroup> groups, SourceTable store) {
        return groups.stream()
                .filter(group -> group.store() == store)
                .mapToLong(TurnGroup::turns)
                .sum();
    }

    private void proxy(Facts facts, BackfillPreview preview) {
        var destination = preview.request().destination();
        if (destination.problem().isPresent()) {
            return;
        }
        switch (ProxyRoute.to(destination)) {
            case ProxyRoute.Direct direct -> {}
            case ProxyRoute.Http http ->
                facts.row(
                        texts.get("review.what.proxy.name"),
                        texts.get("review.what.proxy.http", http.host(), http.port()));
            case ProxyRoute.Unsupported unsupported ->
                facts.row(
                        texts.get("review.what.proxy.name"),
                        Labels.status(
                                Status.CAUTION, texts.get("review.what.proxy.unsupported", unsupported.description())));
        }
    }
}

package app.recount.desktop.settings;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.DisplayScale;
import app.recount.desktop.widget.ArrowKeys;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.CardInSight;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.PageHeader;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.store.DataDirectory;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.Settings.Theme;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;

/** Cards for the data directory, the destination, the look and Recount's own files. */
final class SettingsView extends BorderPane {

    private static final double NAMES = 80;

    private final Desk desk;
    private final Texts texts;
    private final SettingsModel model;
    private final TextField host = new TextField();
    private final KeyField key;
    private final Label directory = Facts.value("mono");
    private final Label found = Facts.value();
    private final Label destinationNow = Facts.value();
    private final Label keyNow = Facts.value();
    private final Node forget;

    SettingsView(Desk desk, SettingsModel model, RecountHome home, ProgramVersion version) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.key = new KeyField(texts);
        this.forget = Buttons.text(
                texts.get("settings.directory.automatic"), () -> model.chooseDataDirectory(Optional.empty()));
        var column = new VBox(12, directoryCard(), destinationCard(), lookCard(), ownFilesCard(home, version));
        column.getStyleClass().add("page-body");
        column.setMaxWidth(860);
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        CardInSight.watch(scroll);
        setTop(new PageHeader(texts.get("shell.page.settings")).subtitle(texts.get("settings.subtitle")));
        setCenter(scroll);
        desk.preferences().settings().subscribe(settings -> show());
    }

    Node firstFocus() {
        return host;
    }

    /** Shows what holds now. */
    void show() {
        DataDirectory now = model.dataDirectory.get();
        directory.setText(desk.paths().of(now.path()));
        found.setText(texts.get("settings.found." + now.kind()));
        forget.setDisable(!model.hasOwnDataDirectory());
        Destination destination = model.destination();
        destinationNow.setText(
                destination.address() + " · " + texts.get("settings.origin.destination." + destination.origin()));
        ApiKey apiKey = model.apiKey();
        keyNow.setText(texts.get("settings.origin.key." + apiKey.origin()));
    }

    private Card directoryCard() {
        var facts = new Facts()
                .namesOf(NAMES)
                .row(texts.get("settings.directory.path"), directory)
                .row(texts.get("settings.directory.found"), found);
        return new Card(texts.get("settings.directory.title"))
                .body(facts)
                .footer(
                        Buttons.text(texts.get("settings.directory.choose"), this::chooseDirectory),
                        forget,
                        Buttons.text(
                                texts.get("settings.showFolder"),
                                () -> desk.folders()
                                        .show(model.dataDirectory.get().path())));
    }

    private void chooseDirectory() {
        desk.files()
                .chooseFolder(texts.get("shell.chooseDataDirectory"))
                .ifPresent(folder -> model.chooseDataDirectory(Optional.of(folder)));
    }

    private Card destinationCard() {
        host.textProperty().bindBidirectional(model.host);
        host.setPromptText(texts.get("settings.host.prompt"));
        host.setAccessibleText(texts.get("settings.host"));
        host.setOnAction(event -> model.keepHost());
        host.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                model.keepHost();
            }
        });
        key.textProperty().bindBidirectional(model.key);
        key.setAccessibleText(texts.get("settings.key"));
        key.setOnAction(event -> model.keepKey());
        key.whenLeft(model::keepKey);
        var facts = new Facts()
                .namesOf(NAMES)
                .field(texts.get("settings.host"), new VBox(3, host, new ProblemLine(model.hostProblem, texts)))
                .field(
                        texts.get("settings.key"),
                        new VBox(3, key.withToggle(), new ProblemLine(model.keyProblem, texts)))
                .row(texts.get("settings.now.destination"), destinationNow)
                .row(texts.get("settings.now.key"), keyNow);
        facts.getStyleClass().add("roomy");
        return new Card(texts.get("settings.destination.title"))
                .aside(texts.get("settings.destination.aside"))
                .body(facts, Labels.paragraph(texts.get("settings.destination.rules"), "muted", "small"));
    }

    private Card lookCard() {
        var facts = new Facts()
                .namesOf(NAMES)
                .row(
                        texts.get("settings.theme"),
                        choice(
                                List.of(Theme.values()),
                                theme -> texts.get("shell.theme." + theme),
                                model::theme,
                                model::chooseTheme));
        if (model.canScale()) {
            facts.row(texts.get("settings.scale"), scale());
        }
        facts.row(texts.get("settings.notifications"), notifications());
        facts.getStyleClass().add("roomy");
        return new Card(texts.get("settings.look.title")).body(facts);
    }

    /** One of a few, as wide as there is room. */
    private <T> Node choice(List<T> values, Function<T, String> name, Supplier<T> chosen, Consumer<T> choose) {
        var group = new ToggleGroup();
        var row = new FlowPane(20, 6);
        var keys = new ArrowKeys(row, ButtonBase::fire);
        for (var value : values) {
            var button = new RadioButton(name.apply(value));
            button.setToggleGroup(group);
            keys.add(button);
            button.setOnAction(event -> choose.accept(value));
            desk.preferences()
                    .settings()
                    .subscribe(settings -> button.setSelected(chosen.get().equals(value)));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node scale() {
        var display = Screen.getPrimary();
        var percents = DisplayScale.choices(
                display.getVisualBounds().getWidth() * display.getOutputScaleX(),
                display.getVisualBounds().getHeight() * display.getOutputScaleY(),
                model.scale());
        var choices = Stream.concat(
                Stream.of(Optional.<Integer>empty()), percents.stream().map(Optional::of));
        var row = choice(
                choices.toList(),
                percent -> percent.map(number -> texts.get("settings.scale.percent", number))
                        .orElseGet(() -> texts.get("settings.scale.display")),
                model::scale,
                model::chooseScale);
        var rule = Labels.paragraph("", "muted", "small");
        desk.preferences()
                .settings()
                .subscribe(settings -> rule.setText(
                        texts.get(model.isScaleForNextStart() ? "settings.scale.nextStart" : "settings.scale.rules")));
        return new VBox(3, row, rule);
    }

    private Node notifications() {
        var wanted = new CheckBox(texts.get("settings.notifications.wanted"));
        wanted.setOnAction(event -> model.chooseNotifications(wanted.isSelected()));
        desk.preferences().settings().subscribe(settings -> wanted.setSelected(model.notifications()));
        var rules = model.canNotify() ? "settings.notifications.rules" : "settings.notifications.none";
        return new VBox(3, wanted, Labels.paragraph(texts.get(rules), "muted", "small"));
    }

    private Card ownFilesCard(RecountHome home, ProgramVersion version) {
        var facts = new Facts()
                .namesOf(NAMES)
                .mono(texts.get("settings.own.folder"), desk.paths().of(home.folder()))
                .mono(texts.get("settings.own.file"), desk.paths().of(home.settings()))
                .row(texts.get("settings.version"), version.program());
        return new Card(texts.get("settings.own.title"))
                .aside(texts.get("settings.own.private"))
                .body(facts)
                .footer(Buttons.text(
                        texts.get("settings.showFolder"), () -> desk.folders().show(home.folder())));
    }
}

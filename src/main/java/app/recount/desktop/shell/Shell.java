package app.recount.desktop.shell;

import app.recount.desktop.shell.MemoryState.Missing;
import app.recount.desktop.shell.MemoryState.Reading;
import app.recount.desktop.shell.MemoryState.Unreadable;
import app.recount.desktop.shell.MemoryState.Waiting;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame of the window: menu, rail, the page in front with the notices above it, and the status bar. */
public final class Shell extends BorderPane {

    /** Below this width the rail shows icons only. */
    private static final double NARROW = 1000;

    /** The part of the window that notices may take from the page. */
    private static final double NOTICES = 0.25;

    private final Desk desk;
    private final Workspace workspace;
    private final Commands commands;
    private final List<Page> pages;
    private final Rail rail;
    private final ShellMenu menu;
    private final StackPane stage = new StackPane();
    private final EmptyState empty;
    private Page front;

    /**
     * At least one page; the first one is in front at the beginning.
     *
     * @param help shows what the guide says of a page
     */
    public Shell(Desk desk, Workspace workspace, Demo demo, List<Page> pages, Consumer<Page> help, Runnable about) {
        this.desk = desk;
        this.workspace = workspace;
        this.pages = List.copyOf(pages);
        this.front = pages.getFirst();
        this.commands = new Commands(desk, workspace, demo);
        this.empty = new EmptyState(desk, commands);
        this.rail = new Rail(desk, new DatabaseChooser(desk, workspace, commands), pages);
        this.menu = new ShellMenu(desk, commands, pages, () -> front, help, about);
        getStyleClass().add("shell");
        VBox.setVgrow(stage, Priority.ALWAYS);
        setTop(menu);
        setLeft(rail);
        setCenter(center());
        setBottom(new StatusLine(desk, workspace, pages));
        new DatabaseDrop(commands::open, empty::fileOver).listenOn(this);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        new FocusKeeper(stage, this::firstFocus);
        widthProperty().subscribe(width -> rail.collapse(width.doubleValue() < NARROW && width.doubleValue() > 0));
        desk.navigation().place().subscribe(this::go);
        workspace.state().subscribe(state -> show());
    }

    private Node center() {
        var notices = new NoticeStack(
                desk,
                new ProblemActions(desk.texts(), commands),
                heightProperty().multiply(NOTICES));
        var center = new VBox(notices, stage);
        // the status bar stays where it is, however much a page wants
        center.setMinHeight(0);
        return center;
    }

    private void go(Navigation.Place place) {
        pages.stream()
                .filter(page -> page.id().equals(place.page()))
                .findFirst()
                .ifPresent(page -> {
                    front = page;
                    rail.choose(page.id());
                    show();
                    place.part().ifPresent(page::reveal);
                    page.shown();
                });
    }

    /** The page in front, or what stands in its place while there is no database to show. */
    private void show() {
        var state = workspace.state().get();
        var node = isPageShown() ? front.content() : instead(state);
        if (!stage.getChildren().equals(List.of(node))) {
            stage.getChildren().setAll(node);
            stage.applyCss(); // what stands in a split pane belongs to the window once that has its skin
            firstFocus().requestFocus();
        }
    }

    /** Where the keyboard begins in what is in front. */
    private Node firstFocus() {
        var node = stage.getChildren().getFirst();
        var wanted = node.equals(empty) ? empty.firstFocus() : isPageShown() ? front.firstFocus() : node;
        // a page that could not be read shows something else in its place
        return wanted.getScene() == null ? node : wanted;
    }

    private boolean isPageShown() {
        return !front.needsDatabase() || workspace.state().get() instanceof MemoryState.Opened;
    }

    private Node instead(MemoryState state) {
        return switch (state) {
            case Missing missing -> {
                empty.show(missing.source().dataDirectory());
                yield empty;
            }
            case Waiting waiting -> reading();
            case Reading reading -> reading();
            case Unreadable unreadable -> failure(unreadable.problem());
            case MemoryState.Opened opened -> front.content();
        };
    }

    private Node reading() {
        var label = Labels.muted(desk.texts().get("shell.readingNow"));
        var pane = new StackPane(label);
        pane.getStyleClass().add("reading-state");
        return pane;
    }

    private Node failure(Problem problem) {
        var actions = new ProblemActions(desk.texts(), commands);
        var frame = StatusFrame.of(Status.FAILURE, problem, desk.texts());
        actions.sentences(problem.actions()).forEach(frame::line);
        frame.line(Labels.styled(problem.code(), "mono", "subtle", "tiny"));
        frame.actions(actions.buttons(problem.actions()));
        frame.setMaxSize(680, USE_PREF_SIZE);
        var pane = new StackPane(frame);
        pane.getStyleClass().add("failure-state");
        StackPane.setAlignment(frame, Pos.CENTER);
        return pane;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            commands.cancel();
        } else if (event.getCode() == KeyCode.F5) {
            menu.refresh();
            event.consume();
        }
    }
}

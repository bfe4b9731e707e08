package app.recount.desktop.sight;

import app.recount.desktop.FxThread;
import app.recount.desktop.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/** Walks through what is in front by the Tab key alone, until it comes round. */
final class FocusWalk {

    /** No page has so many places. */
    private static final int LONGEST = 150;

    private final Window window;
    private final SequencedSet<Node> reached = new LinkedHashSet<>();

    private final List<Node> unseen = new ArrayList<>();
    private @Nullable Spot here;

    private FocusWalk(Window window) {
        this.window = window;
    }

    static FocusWalk through(Window window) {
        var walk = new FocusWalk(window);
        var robot = new FxRobot();
        for (int steps = 0; steps < LONGEST; steps++) {
            robot.push(KeyCode.TAB);
            var owner = FxThread.call(() -> window.scene().getFocusOwner());
            walk.left(owner);
            if (owner == null || !walk.reached.add(owner)) {
                break;
            }
            walk.here = FxThread.call(() -> Spot.of(owner));
        }
        return walk;
    }

    /** What had the focus must look different now. */
    private void left(@Nullable Node owner) {
        var left = here;
        if (left != null && !left.node().equals(owner) && FxThread.call(left::looksAsBefore)) {
            unseen.add(left.node());
        }
    }

    /** In the order of the walk. */
    List<Node> places() {
        return List.copyOf(reached);
    }

    /** What the pointer can use and the keyboard does not come to; or what says nothing to a screen reader. */
    List<String> problems() {
        return FxThread.call(() -> {
            var problems = new ArrayList<String>();
            usable(window.scene())
                    .filter(node -> !reached.contains(node) && !reachedByArrows(node))
                    .map(node -> "not reached by Tab: " + Nodes.name(node))
                    .forEach(problems::add);
            Nodes.shown(window.scene().getRoot())
                    .filter(node -> node instanceof ScrollPane pane && !isScrolledByKeys(pane))
                    .filter(node -> Nodes.parents(node).noneMatch(FocusWalk::isOneThing))
                    .map(node -> "not scrolled by keys: " + Nodes.name(node))
                    .forEach(problems::add);
            reached.stream()
                    .filter(node -> spoken(node).isBlank())
                    .map(node -> "says nothing: " + Nodes.name(node))
                    .forEach(problems::add);
            reached.stream()
                    .filter(node -> ROLELESS.contains(
                            Objects.requireNonNullElse(node.getAccessibleRole(), AccessibleRole.NODE)))
                    .map(node -> "has no role: " + Nodes.name(node))
                    .forEach(problems::add);
            unseen.stream()
                    .map(node -> "does not show that it has the focus: " + Nodes.name(node))
                    .forEach(problems::add);
            return problems;
        });
    }

    private static final Set<AccessibleRole> ROLELESS = Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private static Stream<Node> usable(Scene scene) {
        return Nodes.shown(scene.getRoot())
                .filter(node -> node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof ComboBoxBase
                        || node instanceof TableView
                        || node instanceof ListView)
                .filter(node -> !node.isDisabled())
                .filter(node -> Nodes.parents(node).noneMatch(FocusWalk::isOneThing));
    }

    /** Where the Tab key comes to something in it, that is brought into sight. */
    private boolean isScrolledByKeys(ScrollPane pane) {
        return pane.getContent().getLayoutBounds().getHeight()
                        <= pane.getViewportBounds().getHeight() + 1
                || reached.stream()
                        .flatMap(node -> Stream.concat(Stream.of(node), Nodes.parents(node)))
                        .anyMatch(pane::equals);
    }

    /** Whose parts are reached with its own keys. */
    private static boolean isOneThing(Node node) {
        return node instanceof MenuBar
                || node instanceof Cell
                || node instanceof VirtualFlow
                || node instanceof ComboBoxBase
                || node instanceof TextInputControl;
    }

    /** Among toggles side by side the arrow keys go from one to the next. */
    private boolean reachedByArrows(Node node) {
        return node instanceof ToggleButton
                && node.getParent().getChildrenUnmodifiable().stream()
                        .anyMatch(each -> each instanceof ToggleButton && reached.contains(each));
    }

    private static String spoken(Node node) {
        var said = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        var named = Stream.of(node.getAccessibleText(), said == null ? "" : said.toString())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        var label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        return label instanceof javafx.scene.control.Label by
                ? by.getText()
                : node instanceof RadioButton radio ? radio.getText() : "";
    }
}

package app.recount;

import app.recount.desktop.Desktop;
import app.recount.desktop.FxThread;
import app.recount.desktop.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Opens the window over real services, brings every page to the front, and looks at the payload. */
final class EveryPage {

    /** Some of those who run this watch every call of the process, which takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private EveryPage() {}

    /** The names of the pages, in the order in which they were seen. */
    static List<String> of(Services services) {
        Platform.startup(() -> new Desktop(services).show(new Stage(), Optional.empty()));
        await(() -> nodes(".rail-item").findAny().isPresent());
        await(() -> nodes(".reading-state").findAny().isEmpty());
        var seen = new ArrayList<String>();
        for (var item : FxThread.call(
                () -> nodes(".rail-item").map(ButtonBase.class::cast).toList())) {
            FxThread.call(() -> {
                item.fire();
                return true;
            });
            var page = FxThread.call(item::getAccessibleText);
            seen.add(page);
            settle();
            if (page.startsWith("Review & send")) {
                await(() -> press("View payload")); // there once the preview was read
                await(() -> nodes("#payload").findAny().isPresent());
                seen.add("payload");
                await(() -> press("Back"));
            }
        }
        FxThread.call(() -> {
            Window.getWindows().getFirst().hide();
            return true;
        });
        return seen;
    }

    /** A page reads in the background once it is in front; until nothing of that is shown any more. */
    private static void settle() {
        for (int frame = 0; frame < 3; frame++) {
            FxThread.call(() -> true);
        }
        await(() -> nodes(".progress-bar, .progress-indicator, .reading-state").noneMatch(EveryPage::isSeen));
    }

    private static boolean press(String text) {
        Predicate<ButtonBase> wanted = button -> text.equals(button.getText()) && isSeen(button);
        var found = nodes("*")
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(wanted)
                .findFirst();
        found.ifPresent(ButtonBase::fire);
        return found.isPresent();
    }

    private static boolean isSeen(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
    }

    private static Stream<Node> nodes(String selector) {
        return Window.getWindows().stream().flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream());
    }

    private static void await(BooleanSupplier condition) {
        FxThread.await(condition, PATIENCE);
    }
}

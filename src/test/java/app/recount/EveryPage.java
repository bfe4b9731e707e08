package app.recount;

import app.recount.desktop.Desktop;
import app.recount.desktop.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Opens the window over real services, brings every page to the front, and looks at the payload. */
final class EveryPage {

    private static final long PATIENCE_SECONDS = 240;

    private EveryPage() {}

    /** The names of the pages, in the order in which they were seen. */
    static List<String> of(Services services) {
        Platform.startup(() -> new Desktop(services).show(new Stage(), Optional.empty()));
        await(() -> nodes(".rail-item").findAny().isPresent());
        await(() -> nodes(".reading-state").findAny().isEmpty());
        var seen = new ArrayList<String>();
        for (var item :
                onWindow(() -> nodes(".rail-item").map(ButtonBase.class::cast).toList())) {
            onWindow(() -> {
                item.fire();
                return true;
            });
            var page = onWindow(item::getAccessibleText);
            seen.add(page);
            settle();
            if (page.startsWith("Review & send")) {
                await(() -> press("View payload")); // there once the preview was read
                await(() -> nodes("#payload").findAny().isPresent());
                seen.add("payload");
                await(() -> press("Back"));
            }
        }
        onWindow(() -> {
            Window.getWindows().getFirst().hide();
            return true;
        });
        return seen;
    }

    /** A page reads in the background once it is in front; until nothing of that is shown any more. */
    private static void settle() {
        for (int frame = 0; frame < 3; frame++) {
            var painted = new CompletableFuture<Boolean>();
            Platform.runLater(() -> painted.complete(true));
            painted.join();
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
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onWindow(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the window did not get there");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(4)); // leaves the processor to what is waited for
        }
    }

    private static <T> T onWindow(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }
}

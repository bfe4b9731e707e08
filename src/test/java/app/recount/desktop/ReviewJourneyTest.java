package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.payload.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a new user: demo data, review, a rehearsed sending, marker and receipt, and another try. */
class ReviewJourneyTest {

    @TempDir
    Path home;

    @Test
    @Proves(Promise.LOOKED_FIRST)
    void a_payload_is_looked_at_sent_once_and_then_there_is_nothing_to_do() {
        try (var window = Window.inFreshHome(home).open(1280, 800)) {
            exploreDemo(window);
            window.page("Review & send").await(() -> isThere(window, "#send"));
            assertThat(button(window, "#send").isDisabled()).isTrue();
            assertThat(button(window, "#send").getAccessibleText()).contains("has not been looked at");

            window.press("View payload").await(() -> isThere(window, "#payload"));
            window.picture("journey-payload");
            window.press("Back").await(() -> !isThere(window, "#payload"));
            window.await(() -> !button(window, "#send").isDisabled());

            press(window, "#send", KeyCode.ENTER);
            window.await(() -> shows(window, "Press Space."));
            assertThat(shows(window, "Delivered")).isFalse();

            window.press(button(window, "#send").getText()).await(() -> shows(window, "Delivered: "));
            window.await(() -> shows(window, "backfill.json")).picture("journey-delivered");

            window.page("Receipts").await(() -> shows(window, "Chain verified"));
            window.await(() -> shows(window, "matches bytes")).picture("journey-receipts");

            window.page("Review & send").await(() -> shows(window, "Delivered: "));
            window.press("Back to the review").await(() -> shows(window, "This history has been sent"));
            window.await(() -> shows(window, "Recount, receipt #")).picture("journey-nothing-to-do");
            assertThat(isThere(window, "#send")).isFalse();
        }
    }

    @Test
    void ticking_send_without_location_seals_anew_and_makes_send_inert_again() {
        try (var window = Window.inFreshHome(home).open(1280, 800)) {
            exploreDemo(window);
            window.page("Review & send").await(() -> isThere(window, "#send"));
            window.press("View payload").await(() -> isThere(window, "#payload"));
            window.press("Back").await(() -> !button(window, "#send").isDisabled());
            var before = digest(window);

            var withoutLocation = (CheckBox) node(window, "#without-location");
            FxThread.call(() -> {
                withoutLocation.fire();
                return before;
            });

            window.await(() ->
                    !digest(window).equals(before) && button(window, "#send").isDisabled());
            window.await(() -> button(window, "#send").getAccessibleText().contains("not the one you looked at"));
            assertThat(Digest.parse(digest(window))).isPresent();
        }
    }

    @Test
    void not_now_sends_nothing_and_stands_in_the_receipts() {
        try (var window = Window.inFreshHome(home).open(1280, 800)) {
            exploreDemo(window);
            window.page("Review & send").await(() -> isThere(window, "#send"));

            window.press("Not now").await(() -> shows(window, "nothing was sent"));

            window.page("Receipts").await(() -> shows(window, "Declined"));
            assertThat(shows(window, "Delivered")).isFalse();
        }
    }

    private static void exploreDemo(Window window) {
        window.await(() -> shows(window, "No memory database found"))
                .press("Explore with demo data")
                .await(() -> shows(window, "Tokens discovered"));
    }

    private static String digest(Window window) {
        return window.lookup(".digest").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .filter(text -> text.startsWith("sha256:"))
                .findFirst()
                .orElse("");
    }

    private static void press(Window window, String selector, KeyCode key) {
        var node = node(window, selector);
        FxThread.call(() -> {
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(node, new KeyEvent(type, "", "", key, false, false, false, false));
            }
            return node;
        });
    }

    private static Button button(Window window, String selector) {
        return (Button) node(window, selector);
    }

    private static Node node(Window window, String selector) {
        window.await(() -> isThere(window, selector));
        return window.lookup(selector).iterator().next();
    }

    private static boolean isThere(Window window, String selector) {
        return !window.lookup(selector).isEmpty();
    }

    private static boolean shows(Window window, String text) {
        return window.lookup("*").stream().map(ReviewJourneyTest::words).anyMatch(words -> words.contains(text));
    }

    private static String words(Node node) {
        return switch (node) {
            case Label label -> Objects.requireNonNullElse(label.getText(), "");
            case TextFlow flow -> Objects.requireNonNullElse(flow.getAccessibleText(), "");
            default -> "";
        };
    }
}

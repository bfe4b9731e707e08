package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A height that is remembered is never an old one. */
class ParagraphTest {

    private static final String TEXT = "what was said about it ".repeat(20);

    private Label paragraph;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void show() {
        paragraph = FxThread.call(() -> {
            var label = Labels.paragraph(TEXT);
            var scene = new Scene(new VBox(label), 300, 300);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return label;
        });
    }

    @Test
    void it_is_as_high_as_another_one_that_was_never_asked() {
        heightAt(500);
        heightAt(200);

        assertThat(heightAt(200)).isEqualTo(FxThread.call(() -> {
            var plain = new Label(TEXT);
            plain.setWrapText(true);
            var _ = new Scene(new VBox(plain));
            plain.applyCss();
            return plain.prefHeight(200);
        }));
    }

    @Test
    void it_is_higher_where_it_is_narrower() {
        assertThat(heightAt(200)).isGreaterThan(heightAt(400));
    }

    @Test
    void it_grows_with_its_text_its_letters_and_its_padding() {
        var height = heightAt(200);

        FxThread.call(() -> {
            paragraph.setText(TEXT + TEXT);
            return true;
        });
        var withText = heightAt(200);
        FxThread.call(() -> {
            paragraph.setFont(Font.font(30));
            return true;
        });
        var withLetters = heightAt(200);
        FxThread.call(() -> {
            paragraph.setStyle("-fx-padding: 20");
            paragraph.applyCss();
            return true;
        });

        assertThat(withText).isGreaterThan(height);
        assertThat(withLetters).isGreaterThan(withText);
        assertThat(heightAt(200)).isGreaterThan(withLetters);
    }

    private double heightAt(double width) {
        return FxThread.call(() -> paragraph.prefHeight(width));
    }
}

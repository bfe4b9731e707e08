package app.recount.desktop.help;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.Easel;
import app.recount.desktop.FxThread;
import app.recount.store.Settings.Theme;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped tables, as wide as the help window is at first. */
class ColumnWidthsTest {

    private static final int WIDTH = 720;

    /** Of one line, in pixels; two take more than thirty. */
    private static final double LINE = 25;

    @TempDir
    Path home;

    @Test
    void no_code_of_a_problem_is_broken_within() {
        var easel = new Easel(home);
        for (var chapter : new Documents().read("problems").chapters()) {
            assertThat(codes(easel, chapter))
                    .as(chapter.title())
                    .allSatisfy(code -> assertThat(code.getLayoutBounds().getHeight())
                            .as(code.getText())
                            .isLessThan(LINE));
        }
    }

    private static Collection<Text> codes(Easel easel, Chapter chapter) {
        var drawn = new AtomicReference<ChapterView>();
        easel.draw("help-problems-" + chapter.title(), Theme.LIGHT, WIDTH, 600, desk -> {
            drawn.set(new ChapterView(chapter, link -> Optional.empty(), file -> Optional.empty()));
            return drawn.get();
        });
        return FxThread.call(() -> drawn.get().lookupAll(".help-cell").stream()
                .flatMap(cell -> cell.lookupAll(".mono").stream())
                .map(Text.class::cast)
                .filter(text -> text.getText().matches("[A-Z_…]+"))
                .toList());
    }
}

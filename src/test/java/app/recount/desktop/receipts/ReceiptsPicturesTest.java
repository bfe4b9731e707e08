package app.recount.desktop.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.Backfill;
import app.recount.delivery.ReceiptProof;
import app.recount.delivery.Verification;
import app.recount.desktop.Easel;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.IdleWorkspace;
import app.recount.memory.MemoryReader;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountStore;
import app.recount.store.Settings.Theme;
import app.recount.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws the page in both themes; the pictures are for people to look at. */
class ReceiptsPicturesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void every_state_can_be_drawn(Theme theme) throws Exception {
        draw(theme, "receipts", 1104, 744, model -> {
            model.read(Ledgers.delivered());
            model.select(4);
            model.bytesRead(model.selected().get().orElseThrow(), Optional.of(Ledgers.BODY));
        });
        draw(theme, "receipts-narrow", 848, 544, model -> {
            model.read(Ledgers.delivered());
            model.select(4);
            model.bytesRead(model.selected().get().orElseThrow(), Optional.of(Ledgers.BODY));
        });
        draw(theme, "receipts-empty", 1104, 744, model -> model.read(Ledgers.empty()));
        draw(
                theme,
                "receipts-broken",
                1104,
                744,
                model -> model.read(new Ledger(
                        Ledgers.delivered().receipts(),
                        new ReceiptProof(new Verification.Broken(3, Wording.of("proof.changed")), true, List.of()),
                        Ledgers.delivered().checkedAt())));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_words_about_withdrawing_can_be_drawn(Theme theme) throws Exception {
        var picture = new Easel(folder).draw("receipts-withdraw", theme, 560, 420, desk -> {
            var pane = new StackPane(WithdrawDialog.content(desk.texts()));
            pane.setPadding(new Insets(16));
            return pane;
        });
        assertThat(picture.getWidth()).isEqualTo(560);
    }

    @Test
    void the_arrows_are_inert_where_they_lead_nowhere() {
        assertThat(inertArrows(model -> model.read(Ledgers.empty()))).containsExactly("Newer receipt", "Older receipt");
        assertThat(inertArrows(model -> model.read(Ledgers.delivered()))).containsExactly("Newer receipt");
    }

    private List<String> inertArrows(Consumer<ReceiptsModel> fill) {
        var easel = new Easel(folder);
        var view = new AtomicReference<ReceiptsView>();
        easel.draw("receipts-arrows", Theme.LIGHT, 1104, 744, desk -> {
            view.set(page(easel, desk, fill));
            return view.get();
        });
        return view.get().lookupAll(".button.quiet").stream()
                .filter(Node::isDisabled)
                .map(Node::getAccessibleText)
                .toList();
    }

    private void draw(Theme theme, String name, int width, int height, Consumer<ReceiptsModel> fill) throws Exception {
        var easel = new Easel(folder);
        var picture = easel.draw(name, theme, width, height, desk -> page(easel, desk, fill));
        assertThat(picture.getWidth()).isEqualTo(width);
    }

    private ReceiptsView page(Easel easel, Desk desk, Consumer<ReceiptsModel> fill) {
        var backfill = Backfill.with(
                new Environment(Map.of(), Path.of("home"), "linux"),
                Clock.systemUTC(),
                easel.home(),
                new RecountStore(easel.home()),
                new MemoryReader(easel.home()),
                ProgramVersion.ofThisBuild(),
                desk.texts());
        var workspace = IdleWorkspace.in(folder, desk.background());
        var model = new ReceiptsModel();
        var work = new ReceiptsWork(
                desk, backfill.receipts(), backfill.delivery(), Clock.systemUTC(), new ReceiptsModel());
        var view = new ReceiptsView(desk, model, work, new FileCheck(desk), workspace);
        fill.accept(model);
        return view;
    }
}

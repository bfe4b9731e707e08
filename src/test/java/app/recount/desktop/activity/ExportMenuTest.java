package app.recount.desktop.activity;

import static app.recount.memory.RollupMetric.OBSERVATION_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.Desks;
import app.recount.desktop.FxThread;
import app.recount.desktop.shell.AnsweredDialogs;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Notice;
import app.recount.desktop.shell.Notices;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported is written, and it is said where. */
class ExportMenuTest {

    @TempDir
    Path folder;

    private final BackfillPreview preview = Days.from("2026-05-20")
            .day("2026-05-20", Map.of(OBSERVATION_COUNT, 17L))
            .preview();
    private final CompletableFuture<Notice> said = new CompletableFuture<>();
    private final Notices notices = new Notices();

    @AutoClose
    private final Background background = new Background(Platform::runLater, notices::show);

    @Test
    void the_place_of_the_exact_request_body_is_said_once_it_is_written() throws Exception {
        choose("activity.export.body");

        assertThat(new Texts().say(said.get(60, TimeUnit.SECONDS).message()))
                .isEqualTo("Saved as ~/recount-payload.json.");
        assertThat(folder.resolve("recount-payload.json"))
                .hasBinaryContent(preview.sealed().body());
    }

    private void choose(String key) {
        FxThread.start();
        notices.standing().addListener((ListChangeListener<Notice>)
                change -> said.complete(notices.standing().getFirst()));
        FxThread.call(() -> {
            var model = new ActivityModel(new SimpleObjectProperty<>(Optional.of(preview)));
            new ExportMenu(desk(), model)
                    .menu().getItems().stream()
                            .filter(item -> item.getText().equals(new Texts().get(key)))
                            .forEach(item -> item.fire());
            return key;
        });
    }

    private Desk desk() {
        return Desks.in(folder, background, notices, new AnsweredDialogs(name -> Optional.of(folder.resolve(name))));
    }
}

package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.RecountStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a preview leaves behind: the provisional id, and that it was shown. */
class PreviewRecordsTest {

    @TempDir
    Path folder;

    @AutoClose
    private Workbench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Workbench(folder).withDays(3);
    }

    @Test
    void a_provisional_id_is_made_once_and_every_preview_has_the_same_digest() {
        var first = bench.preview();
        assertThat(bench.preview().sealed().digest()).isEqualTo(first.sealed().digest());
        assertThat(first.payload().installId().origin().text()).isEqualTo("provisional");
        assertThat(bench.directory.telemetryConfig()).doesNotExist();
    }

    @Test
    void of_many_that_ask_first_one_wins() throws Exception {
        var stores = new ArrayList<RecountStore>();
        for (int i = 0; i < 4; i++) {
            stores.add(new RecountStore(bench.home));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            var ids = threads.invokeAll(stores.stream()
                    .map(store -> (Callable<String>) () -> new StoredInstallId(store).get())
                    .toList());
            for (var id : ids) {
                assertThat(id.get()).isEqualTo(ids.getFirst().get());
            }
        } finally {
            stores.forEach(RecountStore::close);
        }
    }

    @Test
    void what_was_shown_is_remembered_with_destination_days_and_text() {
        var shown = bench.preview();
        var register = new PreviewRegister(bench.store);

        assertThat(register.shown(shown.sealed().digest(), bench.directory.realPath()))
                .isEqualTo(Collections.singletonList(shown.approve(bench.text(), bench.clock.instant())));
        assertThat(register.shown(shown.sealed().digest(), folder)).isEmpty();
    }

    @Test
    void the_same_bytes_for_two_destinations_are_two_showings() {
        var digest = bench.preview().sealed().digest();
        bench.sendingTo(URI.create("http://127.0.0.1:8"));
        bench.preview();
        bench.preview();
        assertThat(new PreviewRegister(bench.store).shown(digest, bench.directory.realPath()))
                .hasSize(2);
    }
}

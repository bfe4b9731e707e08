package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTest {

    @TempDir
    Path folder;

    private RecountStore store;
    private Remembered<List<String>> keys;

    @BeforeEach
    void open() {
        store = store("recount.db");
        keys = new Remembered<>(store, StoredFacts::keys);
        StoredFacts.put(store, "a");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RecountStore store(String name) {
        return new RecountStore(folder.resolve(name), Migration.ALL);
    }

    @Test
    void while_nobody_changes_anything_the_answer_is_the_same_object() {
        var first = keys.get();

        assertThat(first).containsExactly("a");
        assertThat(keys.get()).isSameAs(first);
    }

    @Test
    void what_this_process_changes_is_seen() {
        assertThat(keys.get()).containsExactly("a");
        StoredFacts.put(store, "b");

        assertThat(keys.get()).containsExactly("a", "b");
    }

    @Test
    void what_another_process_changes_is_seen() {
        assertThat(keys.get()).containsExactly("a");
        try (var other = store("recount.db")) {
            StoredFacts.put(other, "b");
        }

        assertThat(keys.get()).containsExactly("a", "b");
    }

    @Test
    void another_file_in_its_place_is_seen_even_if_it_was_changed_as_often() throws IOException {
        store.close();
        assertThat(keys.get()).as("of a connection that has changed nothing").containsExactly("a");
        try (var other = store("other.db")) {
            StoredFacts.put(other, "c");
        }
        store.close();
        Files.delete(folder.resolve("recount.db"));
        Files.move(folder.resolve("other.db"), folder.resolve("recount.db"));

        assertThat(keys.get()).containsExactly("c");
    }
}

package app.recount.analysis;

import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.RecountStore;
import java.util.ArrayList;
import java.util.List;

/** The sources that are known by id and title. */
public final class SourceRegister {

    private final RecountStore store;

    SourceRegister(RecountStore store) {
        this.store = store;
    }

    /**
     * Registers a source, or changes its title.
     *
     * @throws ProblemException {@code SOURCE_ID_INVALID} if the id is blank
     */
    public void add(Source source) {
        if (source.id().isBlank()) {
            throw new ProblemException(Problem.of("SOURCE_ID_INVALID"));
        }
        store.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO sources(id, title) VALUES (?, ?)
                    ON CONFLICT(id) DO UPDATE SET title = excluded.title WHERE title <> excluded.title
                    """)) {
                insert.setString(1, source.id().strip());
                insert.setString(2, source.title().strip());
                return insert.executeUpdate();
            }
        });
    }

    /** Sorted by id. */
    public List<Source> list() {
        return store.read(connection -> {
            try (var query = connection.prepareStatement("SELECT id, title FROM sources ORDER BY id");
                    var row = query.executeQuery()) {
                var found = new ArrayList<Source>();
                while (row.next()) {
                    found.add(new Source(row.getString(1), row.getString(2)));
                }
                return List.copyOf(found);
            }
        });
    }
}

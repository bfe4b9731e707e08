package app.recount.desktop.sessions;

import java.util.Comparator;
import java.util.List;

/**
 * What the table is sorted by, first key first. What is equal in all keys stands newest first and then by id, so that no two sessions
 * ever change places without a reason.
 */
record SessionOrder(List<Key> keys) {

    static final SessionOrder NEWEST_FIRST = new SessionOrder(List.of(new Key(SessionColumn.LAST, false)));

    private static final Comparator<SessionRow> LAST_RESORT = SessionColumn.LAST
            .ascending()
            .reversed()
            .thenComparing(row -> row.key().id());

    /** One column of the order. */
    record Key(SessionColumn column, boolean ascending) {

        Comparator<SessionRow> comparator() {
            return ascending ? column.ascending() : column.ascending().reversed();
        }
    }

    SessionOrder {
        keys = List.copyOf(keys);
    }

    Comparator<SessionRow> comparator() {
        return keys.stream()
                .map(Key::comparator)
                .reduce(Comparator::thenComparing)
                .map(chosen -> chosen.thenComparing(LAST_RESORT))
                .orElse(LAST_RESORT);
    }
}

package app.recount.cli;

import app.recount.memory.ColumnRead;
import app.recount.memory.MemoryConnection;
import app.recount.memory.MemoryStatement;
import app.recount.memory.Purpose;
import app.recount.memory.StatementWatch;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks at every statement that is prepared on a memory database, whoever prepares it, and notes what it reads there. */
final class PreparedReads implements StatementWatch {

    private final Map<MemoryConnection, Set<String>> looked = new HashMap<>();
    private final Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    private final Set<ColumnRead> reads = new HashSet<>();
    private final Set<ColumnRead> changes = new HashSet<>();
    private final Set<String> copies = new TreeSet<>();

    @Override
    public synchronized void preparing(MemoryConnection connection, MemoryStatement statement) throws SQLException {
        purposes.add(statement.purpose());
        if (statement.purpose() == Purpose.COPY) {
            copies.add(statement.sql());
        } else if (looked.computeIfAbsent(connection, _ -> new HashSet<>()).add(statement.sql())) {
            // finding out prepares statements itself, which come here as well
            var found = connection.reads(statement);
            (statement.purpose() == Purpose.MIGRATION ? changes : reads).addAll(found);
        }
    }

    synchronized Set<Purpose> purposes() {
        return EnumSet.copyOf(purposes);
    }

    /** What all statements read but those that change or copy the file on request. */
    synchronized Set<ColumnRead> reads() {
        return Set.copyOf(reads);
    }

    /** What the change that was asked for reads. */
    synchronized Set<ColumnRead> changes() {
        return Set.copyOf(changes);
    }

    /** The statements that let SQLite copy the whole file, or check the copy. */
    synchronized Set<String> copies() {
        return Set.copyOf(copies);
    }
}

package app.recount.memory;

import app.recount.memory.ColumnReport.Use;
import app.recount.memory.StoredTables.Tree;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out, from the program that SQLite compiles a statement into, which columns it reads. All of its instructions count, whether
 * they would ever be reached or not. What cannot be followed counts as reading everything, so that nothing is missed in silence.
 */
final class CompiledReads {

    /** The column is loaded for length() alone: SQLite may scan it to count, and hands out a number. */
    private static final int LENGTH_ALONE = 0x40;

    /** The column is loaded for typeof() alone; together with the other, for octet_length(). */
    private static final int TYPE_ALONE = 0x80;

    /** The number of the page does not stand in the instruction. */
    private static final int PAGE_IN_REGISTER = 0x10;

    private static final Set<String> OPENS_TREE = Set.of("OpenRead", "OpenWrite", "ReopenIdx");

    /** What a statement keeps for itself while it runs; it was read somewhere else before. */
    private static final Set<String> OPENS_OWN =
            Set.of("OpenEphemeral", "OpenAutoindex", "OpenPseudo", "OpenDup", "SorterOpen");

    private static final Set<String> TAKES_ROW_NUMBER =
            Set.of("Rowid", "IdxRowid", "DeferredSeek", "SeekRowid", "NotExists", "NewRowid");

    /** They compare with as many leading columns as the fourth operand says. */
    private static final Set<String> COMPARES = Set.of(
            "SeekGE",
            "SeekGT",
            "SeekLE",
            "SeekLT",
            "IdxGE",
            "IdxGT",
            "IdxLE",
            "IdxLT",
            "Found",
            "NotFound",
            "NoConflict",
            "IfNoHope");

    private static final Set<String> TAKES_ROW = Set.of("RowData", "RowCell", "SorterData");

    private final MemoryConnection memory;
    private final StoredTables tables;
    private final VirtualTables virtuals;

    private CompiledReads(MemoryConnection memory, StoredTables tables, VirtualTables virtuals) {
        this.memory = memory;
        this.tables = tables;
        this.virtuals = virtuals;
    }

    /** For statements on this database, as long as its schema stays what it is. */
    static CompiledReads on(MemoryConnection memory) throws SQLException {
        return new CompiledReads(memory, StoredTables.of(memory), VirtualTables.of(memory));
    }

    /**
     * One entry for each column, with the most that is done with it.
     *
     * @throws SQLException if the statement does not compile on this database
     */
    Set<ColumnRead> of(MemoryStatement statement) throws SQLException {
        var program = new Program();
        var steps = memory.program(statement.sql());
        steps.forEach(program::open);
        steps.forEach(program::follow);
        return program.reads();
    }

    private record Place(String relation, String column) {}

    private final class Program {

        private final Map<Integer, List<Tree>> trees = new HashMap<>();
        private final Set<Integer> own = new HashSet<>();
        private final Map<Place, Use> uses = new HashMap<>();

        /** A cursor may be opened several times, on different trees: it then stands for each of them. */
        void open(ProgramStep step) {
            if (OPENS_OWN.contains(step.opcode())) {
                own.add(step.p1());
            } else if (OPENS_TREE.contains(step.opcode())) {
                boolean known = step.p3() == 0 && (step.p5() & PAGE_IN_REGISTER) == 0;
                trees.computeIfAbsent(step.p1(), _ -> new ArrayList<>())
                        .addAll(known ? tables.at(step.p2()) : tables.all());
            } else if (step.opcode().equals("VOpen")) {
                own.add(step.p1());
                if (virtuals.knows(step.p4())) {
                    virtuals.at(step.p4()).ifPresent(this::takeAll);
                } else {
                    tables.all().forEach(this::takeAll);
                }
            }
        }

        void follow(ProgramStep step) {
            var opcode = step.opcode();
            if (opcode.equals("Column")) {
                cursor(step.p1()).forEach(tree -> take(tree, tree.column(step.p2()), use(step.p5())));
            } else if (opcode.equals("IsType")) {
                // without a cursor it looks at a register
                if (step.p1() >= 0) {
                    cursor(step.p1()).forEach(tree -> take(tree, tree.column(step.p3()), Use.TYPE_ONLY));
                }
            } else if (TAKES_ROW_NUMBER.contains(opcode)) {
                cursor(step.p1()).forEach(tree -> take(tree, Set.of(tree.rowNumber()), Use.READ));
            } else if (COMPARES.contains(opcode)) {
                cursor(step.p1()).forEach(tree -> take(tree, tree.compared(step.count()), Use.READ));
            } else if (TAKES_ROW.contains(opcode)) {
                cursor(step.p1()).forEach(this::takeAll);
            } else if (!opens(opcode)) {
                tables.all().forEach(this::takeAll);
            }
        }

        private static boolean opens(String opcode) {
            return OPENS_OWN.contains(opcode) || OPENS_TREE.contains(opcode) || opcode.equals("VOpen");
        }

        /** One that nobody opened may stand for anything. */
        private Collection<Tree> cursor(int number) {
            var opened = trees.get(number);
            if (opened != null) {
                return opened;
            }
            return own.contains(number) ? List.of() : tables.all();
        }

        private static Use use(int flags) {
            if ((flags & LENGTH_ALONE) != 0) {
                return Use.LENGTH_ONLY;
            }
            return (flags & TYPE_ALONE) != 0 ? Use.TYPE_ONLY : Use.READ;
        }

        private void takeAll(Tree tree) {
            take(tree, tree.everything(), Use.READ);
        }

        private void take(Tree tree, Set<String> columns, Use use) {
            columns.forEach(column -> uses.merge(new Place(tree.relation(), column), use, Use::stronger));
        }

        Set<ColumnRead> reads() {
            return uses.entrySet().stream()
                    .map(entry -> new ColumnRead(
                            entry.getKey().relation(), entry.getKey().column(), entry.getValue()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}

package app.recount.memory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** One instruction of a compiled statement, as EXPLAIN prints it. */
record ProgramStep(String opcode, int p1, int p2, int p3, String p4, int p5) {

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    /** The fourth operand where it is a number, else 0. */
    int count() {
        return COUNT.matcher(p4).matches() ? Integer.parseInt(p4) : 0;
    }

    /** All but those that are of no interest here. */
    static List<ProgramStep> of(ResultSet row) throws SQLException {
        var steps = new ArrayList<ProgramStep>();
        while (row.next()) {
            var opcode = row.getString(2);
            if (QuietOpcodes.contains(opcode)) {
                continue;
            }
            steps.add(new ProgramStep(
                    opcode,
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    Objects.requireNonNullElse(row.getString(6), ""),
                    row.getInt(7)));
        }
        return steps;
    }
}

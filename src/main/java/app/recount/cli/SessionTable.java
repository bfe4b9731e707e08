package app.recount.cli;

import app.recount.session.AgentSession;
import app.recount.session.Usage;
import app.recount.text.VisibleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sessions for people. */
final class SessionTable {

    private SessionTable() {}

    static TextTable of(List<AgentSession> sessions, Instant now, Optional<Function<AgentSession, Usage>> window) {
        var headings = new ArrayList<>(List.of("Tool", "Session", "Project", "Last activity", "", ">Tokens"));
        window.ifPresent(_ -> headings.add(">In the window"));
        var table = new TextTable(headings);
        for (var session : sessions) {
            var cells = new ArrayList<>(List.of(
                    session.key().tool(),
                    VisibleText.name(session.key().id()),
                    VisibleText.name(session.project()),
                    Amounts.time(session.lastActivity()),
                    state(session, now),
                    Amounts.tokens(session.tokensSoFar())));
            window.ifPresent(
                    count -> cells.add(Amounts.tokens(count.apply(session).all().total())));
            table.row(cells);
        }
        return table;
    }

    private static String state(AgentSession session, Instant now) {
        if (session.unreadable() != null) {
            return "unreadable";
        }
        if (session.active(now)) {
            return "active";
        }
        return session.log().gone() ? "deleted" : "";
    }
}

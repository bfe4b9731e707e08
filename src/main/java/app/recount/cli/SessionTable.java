package app.recount.cli;

import app.recount.session.AgentSession;
import app.recount.session.Usage;
import app.recount.text.Texts;
import app.recount.text.VisibleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sessions for people. */
final class SessionTable {

    private SessionTable() {}

    static TextTable of(
            List<AgentSession> sessions, Instant now, Optional<Function<AgentSession, Usage>> window, Texts texts) {
        var amounts = new Amounts(texts);
        var table = TextTable.headed(
                window.isPresent() ? texts.get("cli.sessions.columns-window") : texts.get("cli.sessions.columns"));
        for (var session : sessions) {
            var cells = new ArrayList<>(List.of(
                    session.key().tool(),
                    VisibleText.name(session.key().id()),
                    VisibleText.name(session.project()),
                    amounts.time(session.lastActivity()),
                    state(session, now, texts),
                    amounts.tokens(session.tokensSoFar())));
            window.ifPresent(
                    count -> cells.add(amounts.tokens(count.apply(session).all().total())));
            table.row(cells);
        }
        return table;
    }

    private static String state(AgentSession session, Instant now, Texts texts) {
        if (session.unreadable() != null) {
            return texts.get("cli.sessions.unreadable");
        }
        if (session.active(now)) {
            return texts.get("cli.sessions.active");
        }
        return session.log().gone() ? texts.get("cli.sessions.deleted") : "";
    }
}

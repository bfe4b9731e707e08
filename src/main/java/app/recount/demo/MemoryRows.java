package app.recount.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes sessions as the rows that claude-mem would have left of them; nothing later than the present. */
final class MemoryRows implements AutoCloseable {

    static final DateTimeFormatter ISO_MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Instant now;
    private final PreparedStatement session;
    private final PreparedStatement prompt;
    private final PreparedStatement observation;
    private final PreparedStatement summary;
    private final TurnRows turns;
    private int sessionId;

    /** @param toldSince since when it is known what compressing costs */
    MemoryRows(Connection connection, Instant toldSince, Instant now) throws SQLException {
        this.now = now;
        turns = new TurnRows(connection, toldSince);
        session = connection.prepareStatement("""
                INSERT INTO sdk_sessions (id, content_session_id, memory_session_id, project, platform_source, user_prompt,
                    started_at, started_at_epoch, completed_at, completed_at_epoch, status, prompt_counter)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        prompt = connection.prepareStatement("""
                INSERT INTO user_prompts (session_db_id, content_session_id, prompt_number, prompt_text, created_at,
                    created_at_epoch)
                VALUES (?, ?, ?, ?, ?, ?)
                """);
        observation = connection.prepareStatement("""
                INSERT INTO observations (memory_session_id, project, text, type, title, subtitle, facts, narrative, concepts,
                    files_read, files_modified, prompt_number, discovery_tokens, created_at, created_at_epoch, content_hash,
                    generated_by_model, agent_type, agent_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        summary = connection.prepareStatement("""
                INSERT INTO session_summaries (memory_session_id, project, request, investigated, learned, completed,
                    next_steps, prompt_number, discovery_tokens, created_at, created_at_epoch)
                VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)
                """);
    }

    void write(Stream<WorkSession> sessions) throws SQLException {
        for (var work : sessions.toList()) {
            write(work);
        }
    }

    private void write(WorkSession work) throws SQLException {
        if (work.start().isAfter(now)) {
            return;
        }
        sessionId++;
        var contentId = "cs-" + work.id();
        // a session that has not come to its end yet is still active, however it will end
        boolean over = !work.end().isAfter(now) && !work.status().equals("active");
        insert(
                session,
                sessionId,
                contentId,
                work.id().toString(),
                work.project(),
                work.platform(),
                work.turns().getFirst().prompt(),
                iso(work.start()),
                epoch(work, work.start()),
                over ? iso(work.end()) : null,
                over ? epoch(work, work.end()) : null,
                over ? work.status() : "active",
                work.turns().size());
        int number = 0;
        for (var turn : work.turns()) {
            number++;
            if (turn.at().isAfter(now)) {
                return;
            }
            insert(prompt, sessionId, contentId, number, turn.prompt(), iso(turn.at()), epoch(work, turn.at()));
            write(work, turn, number);
        }
    }

    private void write(WorkSession work, WorkSession.Turn turn, int number) throws SQLException {
        var tokens = turn.discoveryTokens().isPresent() ? turn.discoveryTokens().getAsInt() : null;
        var last = turn.at();
        for (var note : turn.notes()) {
            if (note.at().isAfter(now)) {
                return;
            }
            last = note.at();
            insert(
                    observation,
                    work.id().toString(),
                    work.project(),
                    note.text().orElse(null),
                    note.type(),
                    note.title(),
                    note.subtitle(),
                    note.facts(),
                    note.narrative(),
                    note.concepts(),
                    note.files(),
                    number,
                    tokens,
                    iso(note.at()),
                    epoch(work, note.at()),
                    note.id().toString().substring(0, 16),
                    note.model().orElse(null),
                    note.agent().orElse(null),
                    note.agent().isPresent() ? "agent-" + note.id().toString().substring(0, 8) : null);
        }
        if (turn.summarised()) {
            insert(
                    summary,
                    work.id().toString(),
                    work.project(),
                    turn.prompt(),
                    turn.notes().isEmpty() ? null : turn.notes().getFirst().narrative(),
                    turn.notes().isEmpty() ? null : turn.notes().getLast().title(),
                    turn.notes().isEmpty() ? null : turn.notes().getLast().subtitle(),
                    number,
                    tokens,
                    iso(last),
                    epoch(work, last));
        }
        turns.write(work, number, last);
    }

    private static void insert(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int n = 0; n < values.length; n++) {
            statement.setObject(n + 1, values[n]);
        }
        statement.executeUpdate();
    }

    private static String iso(Instant instant) {
        return ISO_MILLIS.format(instant);
    }

    private static long epoch(WorkSession work, Instant instant) {
        return work.epochUnit() == ChronoUnit.SECONDS ? instant.getEpochSecond() : instant.toEpochMilli();
    }

    @Override
    public void close() throws SQLException {
        try (session;
                prompt;
                observation;
                summary;
                turns) {
            // closes all five, whichever of them fails
        }
    }
}

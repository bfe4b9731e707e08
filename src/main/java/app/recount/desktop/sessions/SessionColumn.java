package app.recount.desktop.sessions;

import app.recount.session.AgentSession;
import app.recount.session.TokenCount;
import app.recount.session.Usage;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table's columns: what each says of a session and how it sorts. What is not known sorts below everything else. */
enum SessionColumn {
    STATE(by(row -> row.state().get())),
    TOOL(text(AgentSession::toolLabel)),
    SESSION(text(session -> session.key().id())),
    PROJECT(text(AgentSession::project)),
    MODEL(text(AgentSession::model)),
    INPUT(own(TokenCount::input)),
    // Codex for one does not tell what was written to its cache
    CACHE_WRITE(usage -> Optional.of(usage.own().cacheWrite()).filter(tokens -> tokens > 0)),
    CACHE_READ(own(TokenCount::cacheRead)),
    OUTPUT(own(TokenCount::output)),
    SUBAGENTS(usage -> usage.subagents().calls() == 0
            ? Optional.empty()
            : Optional.of(usage.subagents().total())),
    TOTAL(usage -> Optional.of(usage.all().total())),
    LAST(by(row -> row.now().lastActivity()));

    /** A figure of a session's usage, empty if the session has no such thing. */
    @FunctionalInterface
    private interface Figure {
        Optional<Long> of(Usage usage);
    }

    private final Comparator<SessionRow> ascending;
    private final @Nullable Figure figure;

    SessionColumn(Comparator<SessionRow> ascending) {
        this.ascending = ascending;
        this.figure = null;
    }

    SessionColumn(Figure figure) {
        this.figure = figure;
        this.ascending = Comparator.comparing(
                row -> row.now().usage() == null
                        ? null
                        : figure.of(row.now().usage()).orElse(null),
                Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** Also the key of its texts and what the window remembers it by. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SessionColumn of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean isFigure() {
        return figure != null;
    }

    Comparator<SessionRow> ascending() {
        return ascending;
    }

    /** The figure in this column, empty if there is none, or none is known. */
    Optional<Long> figure(AgentSession session) {
        return Optional.ofNullable(session.usage())
                .flatMap(usage -> Objects.requireNonNull(figure).of(usage));
    }

    private static <T extends Comparable<T>> Comparator<SessionRow> by(Function<SessionRow, T> value) {
        return Comparator.comparing(value);
    }

    private static Comparator<SessionRow> text(Function<AgentSession, @Nullable String> value) {
        return Comparator.comparing(
                row -> value.apply(row.now()), Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER));
    }

    /** A kind of the session's own tokens, without its subagents'. */
    private static Figure own(Function<TokenCount, Long> kind) {
        return usage -> Optional.of(kind.apply(usage.own()));
    }
}

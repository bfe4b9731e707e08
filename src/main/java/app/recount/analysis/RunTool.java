package app.recount.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run was done with. {@link #word()} is the stored and exported form. */
public enum RunTool {
    CLAUDE_CODE,
    CODEX,
    AMP,
    MANUAL,
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word of its sessions and usage provider: {@code claude} for {@code claude-code}. */
    public String provider() {
        return this == CLAUDE_CODE ? "claude" : word();
    }

    /** Whether it is an agent whose sessions can be read. */
    public boolean hasSessions() {
        return this != MANUAL && this != OTHER;
    }

    /** By its word; {@code claude} is accepted for {@code claude-code}. */
    public static Optional<RunTool> of(String word) {
        return Stream.of(values())
                .filter(tool -> tool.word().equals(word) || tool.provider().equals(word))
                .findFirst();
    }
}

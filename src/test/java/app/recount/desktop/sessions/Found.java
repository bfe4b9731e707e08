package app.recount.desktop.sessions;

import app.recount.session.AgentSession;
import app.recount.session.AgentSession.LogState;
import app.recount.session.Call;
import app.recount.session.SessionKey;
import app.recount.session.TokenCount;
import app.recount.session.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds sessions as the index would have found them; without more words one of Claude Code, idle for an hour. */
final class Found {

    static final Instant NOW = Instant.parse("2026-06-12T09:30:00Z");

    private final SessionKey key;
    private final String label;
    private String folder = "/home/kim/code/iea-outlook";
    private @Nullable String model = "claude-sonnet-4-5";
    private Duration age = Duration.ofHours(1);
    private final List<Call> calls = new ArrayList<>();
    private @Nullable String unreadable;
    private boolean gone;
    private boolean archived;
    private boolean counted = true;

    private Found(String tool, String label, String id) {
        this.key = new SessionKey(tool, id);
        this.label = label;
    }

    static Found claude(int number) {
        return new Found("claude", "Claude Code", id(number));
    }

    static Found codex(int number) {
        return new Found("codex", "Codex", id(number)).model("gpt-5-codex");
    }

    static Found amp(int number) {
        return new Found("amp", "Amp", id(number));
    }

    static String id(int number) {
        return "%08x-93c4-4f1e-a8b2-6e0c51d7f934".formatted(number * 0x1f2e3d);
    }

    Found in(String changed) {
        folder = changed;
        return this;
    }

    Found model(@Nullable String changed) {
        model = changed;
        return this;
    }

    Found lastActive(Duration ago) {
        age = ago;
        return this;
    }

    Found call(TokenCount tokens) {
        calls.add(new Call(NOW.minus(age), model, false, tokens));
        return this;
    }

    Found subagentCall(TokenCount tokens) {
        calls.add(new Call(NOW.minus(age), model, true, tokens));
        return this;
    }

    Found unreadable(String why) {
        unreadable = why;
        return this;
    }

    Found neverCounted() {
        counted = false;
        model = null;
        return this;
    }

    Found gone() {
        gone = true;
        return this;
    }

    Found archived() {
        archived = true;
        return this;
    }

    static TokenCount tokens(long input, long cacheRead, long cacheWrite, long output) {
        return new TokenCount(input, cacheRead, cacheWrite, 0, output, 0, 1);
    }

    AgentSession build() {
        var last = NOW.minus(age);
        return new AgentSession(
                key,
                label,
                "home/.claude/projects/-home-kim-code/" + key.id() + ".jsonl",
                folder,
                last,
                counted ? last : null,
                last.minusSeconds(3600),
                model,
                counted ? Usage.of(calls) : null,
                unreadable,
                null,
                new LogState(1, 3, 1_900_000, 1_900_000, 141, 0, gone, archived, "print" + calls.size()));
    }
}

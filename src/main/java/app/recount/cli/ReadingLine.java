package app.recount.cli;

import app.recount.session.AgentSession;
import app.recount.session.Sessions;
import app.recount.store.Progress;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Says how far the reading of logs is, which takes a while the first time. It is for people alone: nothing is said where the notes go
 * elsewhere, or before anybody wonders, and the line is gone when the reading is.
 */
final class ReadingLine implements Progress {

    private static final Duration BEFORE_ANYBODY_WONDERS = Duration.ofMillis(300);

    private final Console console;
    private final Texts texts;
    private final LongSupplier nanos;
    private final long begun;
    private String shown = "";

    /** @param nanos tells how time passes, in nanoseconds */
    ReadingLine(Console console, Texts texts, LongSupplier nanos) {
        this.console = console;
        this.texts = texts;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** All sessions as they are now. */
    static List<AgentSession> refresh(Sessions sessions, Console console, Texts texts) {
        var line = new ReadingLine(console, texts, System::nanoTime);
        try {
            return sessions.refresh(line);
        } finally {
            line.remove();
        }
    }

    /** Reads first what a service is about to read without a word, if somebody looks. */
    static void readAhead(Sessions sessions, Console console, Texts texts) {
        if (console.notesAreSeen()) {
            var _ = refresh(sessions, console, texts);
        }
    }

    @Override
    public synchronized void report(Wording step, double fraction) {
        var said = texts.say(step);
        var text = fraction < 0 ? said + "…" : "%s: %d %%".formatted(said, (int) (fraction * 100));
        if (!text.equals(shown) && isLong() && console.notesAreSeen()) {
            draw(text);
        }
    }

    private boolean isLong() {
        return nanos.getAsLong() - begun >= BEFORE_ANYBODY_WONDERS.toNanos();
    }

    /** Blanks cover what is left of a longer text. */
    private void draw(String text) {
        var blanks = " ".repeat(Math.max(0, shown.length() - text.length()));
        console.rawNote(("\r" + text + blanks).getBytes(StandardCharsets.UTF_8));
        shown = text;
    }

    /** Takes the line away, so that what follows stands where it stood. */
    synchronized void remove() {
        if (!shown.isEmpty()) {
            draw("");
            console.rawNote(new byte[] {'\r'});
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}

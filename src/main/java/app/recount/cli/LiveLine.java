package app.recount.cli;

import app.recount.text.VisibleText;
import java.nio.charset.StandardCharsets;

/** A line that is drawn over itself on a terminal; where the output goes elsewhere each is a line of its own. */
final class LiveLine {

    private final Console console;
    private final boolean terminal;
    private int width;

    LiveLine(Console console) {
        this.console = console;
        this.terminal = console.isTerminal();
    }

    void show(String text) {
        if (terminal) {
            var line = VisibleText.of(text);
            // a line that wraps could not be drawn over; blanks cover what is left of a longer one
            var cut = line.length() < Paragraph.WIDTH ? line : line.substring(0, Paragraph.WIDTH - 1);
            var blanks = " ".repeat(Math.max(0, width - cut.length()));
            console.result(("\r" + cut + blanks).getBytes(StandardCharsets.UTF_8));
            width = cut.length();
        } else {
            console.line(text);
        }
        console.flush();
    }

    /** What follows stands on a new line. */
    void end() {
        if (width > 0) {
            console.line("");
            console.flush();
            width = 0;
        }
    }
}

package app.recount.cli;

import app.recount.text.VisibleText;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Where a command's words go: results to one stream, everything else to another, both in UTF-8 whatever the locale. */
public final class Console {

    private static final int BUFFER = 1 << 16;

    private final PipeStream reader;
    private final OutputStream results;
    private final OutputStream notes;
    private final BooleanSupplier terminal;
    private final BooleanSupplier notesTerminal;
    private boolean failed;
    private boolean notesLost;

    public Console(OutputStream results, OutputStream notes) {
        this(results, notes, () -> false, () -> false);
    }

    /**
     * A console of these streams.
     *
     * @param terminal whether the results go to a person's terminal; asked only by commands that draw
     * @param notesTerminal whether the notes do
     */
    Console(OutputStream results, OutputStream notes, BooleanSupplier terminal, BooleanSupplier notesTerminal) {
        this.terminal = terminal;
        this.notesTerminal = notesTerminal;
        this.reader = new PipeStream(results);
        this.results = new BufferedOutputStream(reader, BUFFER);
        this.notes = new PipeStream(notes);
    }

    /** Standard output and standard error of this process. */
    public static Console ofProcess() {
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Console::standsBeforeAPerson,
                ErrorStream::isTerminal);
    }

    /** From 22 to 24 there always was a console; before and since there is none where the output goes elsewhere. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean standsBeforeAPerson() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    boolean isTerminal() {
        return terminal.getAsBoolean();
    }

    /** Whether nobody reads the results any more, as far as the last one that was sent on has shown. */
    boolean isUnread() {
        return reader.isClosedByReader();
    }

    /** Whether notes can be drawn over and taken away again. */
    boolean notesAreSeen() {
        return notesTerminal.getAsBoolean();
    }

    /** A line of the result; control characters are made visible. */
    void line(String text) {
        result(utf8(VisibleText.of(text) + "\n"));
    }

    /** Bytes of the result as they are. */
    void result(byte[] bytes) {
        attempt(() -> results.write(bytes));
    }

    /** A line that is no result: progress, warnings, problems. */
    void note(String text) {
        rawNote(utf8(VisibleText.of(text) + "\n"));
    }

    /** Like {@link #note}, for text that this program made line by line itself. */
    void rawNote(byte[] bytes) {
        if (notesLost) {
            return;
        }
        flush(); // so that both streams on one terminal stand in the order they were written
        try {
            notes.write(bytes);
            notes.flush();
        } catch (IOException e) {
            notesLost = true; // there is no place left to say so; results and the exit status still speak
        }
    }

    /** Sends on what is buffered. */
    void flush() {
        attempt(results::flush);
    }

    /** The results can go nowhere; whoever runs the command says so. */
    static final class NotWritten extends UncheckedIOException {

        @Serial
        private static final long serialVersionUID = 1;

        NotWritten(IOException cause) {
            super(cause);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    /** Fails once: what is buffered cannot be written later either, and must not hide the problem that says so. */
    private void attempt(Writing writing) {
        if (failed) {
            return;
        }
        try {
            writing.run();
        } catch (IOException e) {
            failed = true;
            throw new NotWritten(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package app.recount.desktop.shell;

import app.recount.desktop.widget.Status;
import app.recount.store.ChosenFile;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Saves what a page exports in a file of the user's choice, and says where it is. Problem: {@code FILE_NOT_WRITABLE}. */
public final class Saving {

    private final Desk desk;
    private final String saved;

    /**
     * For one page.
     *
     * @param saved the key of the sentence that says where the file is
     */
    public Saving(Desk desk, String saved) {
        this.desk = desk;
        this.saved = saved;
    }

    /**
     * Asks where, and writes there.
     *
     * @param title of the question, and of the job
     * @param content made on the window's thread, once a place is chosen
     */
    public void save(String title, String suggestedName, Supplier<byte[]> content) {
        desk.files().save(title, suggestedName).ifPresent(file -> {
            var bytes = content.get();
            write(title, file, progress -> bytes);
        });
    }

    /**
     * Asks where, and writes there.
     *
     * @param content made off the window's thread, once a place is chosen
     */
    public void saveLong(String title, String suggestedName, Background.Work<byte[]> content) {
        desk.files().save(title, suggestedName).ifPresent(file -> write(title, file, content));
    }

    private void write(String title, Path file, Background.Work<byte[]> content) {
        desk.background()
                .task(title, progress -> ChosenFile.write(file, content.run(progress)))
                .isLong(LongWork.EXPORT)
                .whenDone(path -> desk.notices()
                        .say(
                                Status.GOOD,
                                "SAVED",
                                desk.texts().get(saved, desk.paths().of(path))))
                .start();
    }
}

package app.recount.desktop.activity;

import app.recount.desktop.shell.Desk;
import app.recount.memory.Explanation;
import app.recount.memory.MemoryReader;
import app.recount.memory.Question;
import java.util.Optional;
import java.util.function.Consumer;

/** Has values explained, off the window's thread: only those that somebody asks for, because each reads the database once more. */
final class ExplanationWork {

    private final Desk desk;
    private final ActivityModel model;
    private final MemoryReader memory;

    ExplanationWork(Desk desk, ActivityModel model, MemoryReader memory) {
        this.desk = desk;
        this.model = model;
        this.memory = memory;
    }

    /** Explains a counter of the event, as of the moment of the preview that is shown. */
    void explain(EventRow event, String key, Consumer<Explanation> then) {
        model.preview().ifPresent(preview -> {
            var question = new Question(Optional.of(event.day()), Optional.of(key));
            var request = preview.request();
            desk.background()
                    .task(
                            desk.texts().get("activity.task.explain"),
                            progress -> memory.explain(
                                    request.databaseFile(),
                                    request.dataDirectory(),
                                    question,
                                    preview.activity().now(),
                                    progress))
                    .onReader()
                    .whenDone(answer -> then.accept(answer.explanations().getFirst()))
                    .start();
        });
    }
}

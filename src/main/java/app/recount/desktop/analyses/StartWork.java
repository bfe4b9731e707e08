package app.recount.desktop.analyses;

import app.recount.analysis.Tracking;
import app.recount.desktop.analyses.SessionPick.Found;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Task;
import app.recount.session.SessionChoice.Chosen;
import app.recount.session.SessionRequest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks, off the window's thread, which session is meant, and whether a model has a price. */
final class StartWork {

    private final Desk desk;
    private final Tracking tracking;
    private final StartModel model;
    private int looks;
    private boolean detected;

    StartWork(Desk desk, Tracking tracking, StartModel model) {
        this.desk = desk;
        this.tracking = tracking;
        this.model = model;
    }

    /** Answers the question that is asked now, and each that is asked later. */
    void begin() {
        model.found().subscribe(found -> {
            if (found instanceof Found.Searching asked) {
                ask(asked);
            }
        });
    }

    /** Asks once more, because sessions have moved; nothing happens while the user has named one. */
    void again() {
        if (detected && model.reference().get().isBlank() && isAnswered()) {
            int look = ++looks;
            int question = model.question();
            choice(Optional.empty())
                    .whenDone(found -> {
                        if (look == looks) {
                            model.answeredAgain(question, found);
                        }
                    })
                    // what was found before still holds, and the next change asks again
                    .whenFailed(problem -> {})
                    .start();
        }
    }

    private boolean isAnswered() {
        return switch (model.found().get()) {
            case Found.Searching _, Found.NoTool _ -> false;
            default -> true;
        };
    }

    /** The day of the price of a model; empty if it has none. */
    void price(String name, Consumer<Optional<LocalDate>> told) {
        var prices = tracking.analyses().prices();
        desk.background()
                .task(
                        desk.texts().get("analyses.task.look"),
                        progress -> prices.price(name).map(price -> prices.date()))
                .whenDone(told)
                .whenFailed(problem -> told.accept(Optional.empty()))
                .start();
    }

    private void ask(Found.Searching asked) {
        detected = true;
        choice(asked.named())
                .whenDone(found -> model.answered(asked.question(), found))
                .whenFailed(problem -> model.answered(asked.question(), new Found.Wrong(problem)))
                .start();
    }

    private Task<Found> choice(Optional<String> typed) {
        var request = request(typed);
        return desk.background()
                .task(
                        desk.texts().get("analyses.task.sessions"),
                        progress -> found(tracking.choice().choose(request)));
    }

    private SessionRequest request(Optional<String> typed) {
        var path =
                typed.filter(text -> text.contains("/") || text.contains("\\")).flatMap(StartWork::path);
        return new SessionRequest(
                model.tool().get().provider(),
                typed.filter(text -> path.isEmpty()),
                path,
                model.searched().orElse(tracking.environment().home()),
                List.of());
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            // no path, so it may be an id; the choice then says what is wrong with it
            return Optional.empty();
        }
    }

    private static Found found(Chosen chosen) {
        return switch (chosen) {
            case Chosen.One one -> new Found.One(one.session(), one.rule());
            case Chosen.Ambiguous several -> new Found.Several(several.candidates());
            case Chosen.None none -> new Found.None();
        };
    }
}

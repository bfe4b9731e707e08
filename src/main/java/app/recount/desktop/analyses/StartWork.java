package app.recount.desktop.analyses;

import app.recount.analysis.Tracking;
import app.recount.desktop.analyses.SessionPick.Found;
import app.recount.desktop.shell.Desk;
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
    private int turns;
    private boolean detected;

    StartWork(Desk desk, Tracking tracking, StartModel model) {
        this.desk = desk;
        this.tracking = tracking;
        this.model = model;
    }

    /** Searches now and whenever another tool or folder is chosen. */
    void begin() {
        model.found().subscribe(found -> {
            if (found instanceof Found.Searching) {
                ask(Optional.empty());
            }
        });
    }

    /** Asks once more, because sessions have moved; nothing happens while the user has named one. */
    void again() {
        if (detected && model.reference().get().isBlank() && !(model.found().get() instanceof Found.Searching)) {
            int turn = ++turns;
            var request = request(Optional.empty());
            desk.background()
                    .task(
                            desk.texts().get("analyses.task.sessions"),
                            progress -> found(tracking.choice().choose(request)))
                    .whenDone(found -> ifStillAsked(turn, () -> model.foundAgain(found)))
                    // what was found before still holds, and the next change asks again
                    .whenFailed(problem -> {})
                    .start();
        }
    }

    /** Looks for what was typed as an id or a path. */
    void find() {
        var typed = model.reference().get().strip();
        if (!typed.isEmpty()) {
            ask(Optional.of(typed));
        }
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

    private void ask(Optional<String> typed) {
        int turn = ++turns;
        var request = request(typed);
        desk.background()
                .task(
                        desk.texts().get("analyses.task.sessions"),
                        progress -> found(tracking.choice().choose(request)))
                .whenDone(found -> ifStillAsked(turn, () -> model.found(found)))
                .whenFailed(problem -> ifStillAsked(turn, () -> model.found(new Found.Wrong(problem))))
                .start();
    }

    /** An answer to a question that was overtaken by another is of no interest any more. */
    private void ifStillAsked(int turn, Runnable answer) {
        if (turn == turns) {
            detected = true;
            answer.run();
        }
    }

    private SessionRequest request(Optional<String> typed) {
        var path =
                typed.filter(text -> text.contains("/") || text.contains("\\")).flatMap(StartWork::path);
        return new SessionRequest(
                model.tool().get().provider(),
                typed.filter(text -> path.isEmpty()),
                path,
                model.place().orElse(tracking.environment().home()),
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

package app.recount.desktop.analyses;

import app.recount.analysis.RunTool;
import app.recount.analysis.Source;
import app.recount.analysis.StartRequest;
import app.recount.desktop.analyses.SessionPick.Chosen;
import app.recount.desktop.analyses.SessionPick.Found;
import app.recount.desktop.analyses.SessionPick.Nothing;
import app.recount.desktop.analyses.SessionPick.Without;
import app.recount.session.AgentSession;
import app.recount.session.SessionChoice.Rule;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a new run is about, and which session it counts in. Nothing is chosen for the user where more than one is possible. */
final class StartModel {

    /** What is still missing. */
    enum Missing {
        NOTHING,
        SOURCE,
        SESSION,
        SEARCHING,
        REFERENCE,
        FOLDER
    }

    private final KnownSources known;
    private final Path home;
    private final StringProperty source = new SimpleStringProperty("");
    private final StringProperty title = new SimpleStringProperty("");
    private final ObjectProperty<RunTool> tool = new SimpleObjectProperty<>(RunTool.CLAUDE_CODE);
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty reference = new SimpleStringProperty("");
    private final StringProperty notes = new SimpleStringProperty("");
    private final ObjectProperty<Found> found = new SimpleObjectProperty<>(new Found.None());
    private final ObjectProperty<SessionPick> pick = new SimpleObjectProperty<>(new Nothing());
    private final ObjectBinding<Missing> missing;
    private String filledModel = "";
    private int question;

    /** What the last question named. */
    private Optional<String> named = Optional.empty();

    /**
     * An empty form.
     *
     * @param home stands for the folder where none is named
     */
    StartModel(Stock stock, Path home) {
        this.known = new KnownSources(stock.runs(), stock.sources());
        this.home = home;
        missing = Bindings.createObjectBinding(this::find, source, pick, found, folder, reference);
        tool.subscribe((before, now) -> search());
        folder.subscribe((before, now) -> search());
        reference.subscribe((before, now) -> searchAgainIfEmptied());
        pick.subscribe(this::fillModel);
        search();
    }

    StringProperty source() {
        return source;
    }

    /** A title for a source that is not registered yet; empty leaves it so. */
    StringProperty title() {
        return title;
    }

    ObjectProperty<RunTool> tool() {
        return tool;
    }

    StringProperty model() {
        return model;
    }

    /** The folder that sessions are matched against; empty for any. */
    StringProperty folder() {
        return folder;
    }

    /** An id or a path that was typed instead of choosing; emptied, what the rules find is looked for again. */
    StringProperty reference() {
        return reference;
    }

    StringProperty notes() {
        return notes;
    }

    ObjectProperty<Found> found() {
        return found;
    }

    ObjectProperty<SessionPick> pick() {
        return pick;
    }

    ObjectBinding<Missing> missing() {
        return missing;
    }

    /** The number of the last question; whoever answers says to which one. */
    int question() {
        return question;
    }

    /** Begins with a session that was chosen elsewhere. */
    void startIn(AgentSession session, RunTool of) {
        tool.set(of);
        found.set(new Found.Several(List.of(session)));
        pick.set(new Chosen(session));
    }

    /** Looks for what was typed as an id or a path. */
    void lookUp() {
        said(reference).filter(typed -> tool.get().hasSessions()).ifPresent(typed -> ask(Optional.of(typed)));
    }

    /** The user points at a session, or at none: what was typed and never looked for is not meant any more. */
    void choose(SessionPick chosen) {
        reference.set(named.orElse(""));
        pick.set(chosen);
    }

    /** Detection has answered a question; if another one was asked since, the answer is of no interest. */
    void answered(int asked, Found now) {
        if (asked == question) {
            found(now);
        }
    }

    /** The same question was answered again, because sessions have moved; what is chosen by now stays chosen, as it is now. */
    void answeredAgain(int asked, Found now) {
        if (!(pick.get() instanceof Chosen chosen)) {
            answered(asked, now);
            return;
        }
        // who looks at a session is not handed another one, and goes on seeing it
        now.candidates().stream()
                .filter(each ->
                        asked == question && each.key().equals(chosen.session().key()))
                .findFirst()
                .ifPresent(fresh -> {
                    found(now);
                    pick.set(new Chosen(fresh));
                });
    }

    /** What was found alone is chosen, unless the user wants none; several wait for the user. */
    void found(Found now) {
        found.set(now);
        if (now instanceof Found.One one && pick.get() instanceof Nothing) {
            pick.set(new Chosen(one.session()));
        }
    }

    /** The sessions to choose from. */
    List<AgentSession> candidates() {
        return found.get().candidates();
    }

    /** What past runs and registered sources tell. */
    KnownSources known() {
        return known;
    }

    String sourceId() {
        return KnownSources.id(source.get());
    }

    boolean isRegistered() {
        return known.isRegistered(sourceId());
    }

    /** The source to be registered with the start, if the user gave it a title. */
    Optional<Source> newSource() {
        return said(title).filter(named -> !isRegistered()).map(named -> new Source(sourceId(), named));
    }

    /** The folder that sessions are matched against: the named one, else the home folder; empty if what was typed is no path. */
    Optional<Path> searched() {
        return folder.get().isBlank() ? Optional.of(home) : path(folder.get().strip());
    }

    /** Where the run is at work: in the folder that was searched; where none is named, in that of the chosen session. */
    private Optional<Path> place() {
        return folder.get().isBlank() && pick.get() instanceof Chosen chosen
                ? path(chosen.session().folder()).or(this::searched)
                : searched();
    }

    StartRequest request() {
        var session = pick.get() instanceof Chosen chosen
                ? Optional.of(chosen.session().key().id())
                : Optional.<String>empty();
        return new StartRequest(
                sourceId(),
                tool.get(),
                said(model),
                session,
                Optional.empty(),
                pick.get() instanceof Without,
                rule(),
                Optional.empty(),
                said(notes),
                place().orElse(home),
                List.of());
    }

    private void search() {
        ask(Optional.empty());
        reference.set("");
    }

    private void searchAgainIfEmptied() {
        if (named.isPresent() && reference.get().isBlank()) {
            ask(Optional.empty());
        }
    }

    /** Which session it is is open again, also where one was on its way to be found. */
    private void ask(Optional<String> session) {
        question++;
        named = session;
        pick.set(tool.get().hasSessions() ? new Nothing() : new Without());
        found.set(tool.get().hasSessions() ? new Found.Searching(question, named) : new Found.NoTool());
    }

    /** What stands in the field for an id or a path is not what was looked for. */
    private boolean isNamedAnew() {
        return tool.get().hasSessions()
                && said(reference).isPresent()
                && !said(reference).equals(named);
    }

    /** The rule that found the chosen session; empty if the user chose among several. */
    private Optional<Rule> rule() {
        return found.get() instanceof Found.One one
                        && pick.get() instanceof Chosen chosen
                        && chosen.session().key().equals(one.session().key())
                ? Optional.of(one.rule())
                : Optional.empty();
    }

    /** The session's model, unless the user named another. */
    private void fillModel(SessionPick now) {
        if (model.get().equals(filledModel)) {
            filledModel = now instanceof Chosen chosen && chosen.session().model() != null
                    ? String.valueOf(chosen.session().model())
                    : "";
            model.set(filledModel);
        }
    }

    private Missing find() {
        if (sourceId().isEmpty()) {
            return Missing.SOURCE;
        }
        if (place().isEmpty()) {
            return Missing.FOLDER;
        }
        if (isNamedAnew()) {
            return Missing.REFERENCE;
        }
        if (pick.get() instanceof Nothing) {
            return found.get() instanceof Found.Searching ? Missing.SEARCHING : Missing.SESSION;
        }
        return Missing.NOTHING;
    }

    private static Optional<Path> path(@org.jspecify.annotations.Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Path::of);
        } catch (InvalidPathException e) {
            // typed, or written by a system with other rules for paths
            return Optional.empty();
        }
    }

    private static Optional<String> said(StringProperty field) {
        return Optional.of(field.get().strip()).filter(text -> !text.isEmpty());
    }
}

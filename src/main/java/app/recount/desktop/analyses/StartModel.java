package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
        FOLDER
    }

    /** Between a source's id and its title in a suggestion. */
    private static final String TITLED = " · ";

    private final List<AnalysisRun> runs;
    private final List<Source> sources;
    private final Path home;
    private final StringProperty source = new SimpleStringProperty("");
    private final StringProperty title = new SimpleStringProperty("");
    private final ObjectProperty<RunTool> tool = new SimpleObjectProperty<>(RunTool.CLAUDE_CODE);
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty reference = new SimpleStringProperty("");
    private final StringProperty notes = new SimpleStringProperty("");
    private final ObjectProperty<Found> found = new SimpleObjectProperty<>(new Found.Searching());
    private final ObjectProperty<SessionPick> pick = new SimpleObjectProperty<>(new Nothing());
    private final ObjectBinding<Missing> missing;
    private String filledModel = "";

    /**
     * An empty form.
     *
     * @param home stands for the folder where none is named
     */
    StartModel(Stock stock, Path home) {
        this.runs = stock.runs();
        this.sources = stock.sources();
        this.home = home;
        missing = Bindings.createObjectBinding(this::find, source, pick, found, folder);
        tool.subscribe((before, now) -> search());
        folder.subscribe((before, now) -> search());
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

    /** An id or a path that was typed instead of choosing. */
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

    /** Begins with a session that was chosen elsewhere. */
    void startIn(AgentSession session, RunTool of) {
        tool.set(of);
        found.set(new Found.Several(List.of(session)));
        pick.set(new Chosen(session));
    }

    /** Detection has answered; what it found alone is chosen, several wait for the user. */
    void found(Found now) {
        found.set(now);
        if (now instanceof Found.One one) {
            pick.set(new Chosen(one.session()));
        }
    }

    /** Detection was asked again because sessions have moved; what is chosen by now stays chosen. */
    void foundAgain(Found now) {
        switch (pick.get()) {
            case Nothing nothing -> found(now);
            case Without without -> found.set(now);
            case Chosen chosen -> {
                // who looks at a session that a rule found is not handed another one
                if (!(now instanceof Found.One one)
                        || one.session().key().equals(chosen.session().key())) {
                    found.set(now);
                }
            }
        }
    }

    /** The sessions to choose from. */
    List<AgentSession> candidates() {
        return switch (found.get()) {
            case Found.One one -> List.of(one.session());
            case Found.Several several -> several.candidates();
            default -> List.of();
        };
    }

    /** Known and past sources whose id or title holds what was typed; registered ones first. */
    List<String> suggestions(String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        sources.stream().map(known -> known.id() + TITLED + known.title()),
                        runs.stream()
                                .map(AnalysisRun::sourceId)
                                .filter(id -> sources.stream()
                                        .noneMatch(known -> known.id().equals(id))))
                .distinct()
                .filter(each -> each.toLowerCase(Locale.ROOT).contains(wanted))
                .limit(12)
                .toList();
    }

    /** The models of past runs, the most used first. */
    List<String> models() {
        return runs.stream()
                .flatMap(run -> Stream.ofNullable(run.description().model()))
                .distinct()
                .sorted(Comparator.comparingLong((String name) -> -runs.stream()
                                .filter(run -> name.equals(run.description().model()))
                                .count())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The id alone, where a suggestion with its title was taken. */
    String sourceId() {
        var typed = source.get();
        int end = typed.indexOf(TITLED);
        return (end < 0 ? typed : typed.substring(0, end)).strip();
    }

    boolean isKnown() {
        return isRegistered() || passes() > 0;
    }

    boolean isRegistered() {
        return sources.stream().anyMatch(known -> known.id().equals(sourceId()));
    }

    /** The source to be registered with the start, if the user gave it a title. */
    Optional<Source> newSource() {
        return said(title).filter(named -> !isRegistered()).map(named -> new Source(sourceId(), named));
    }

    /** How many runs of this source there are. */
    int passes() {
        return (int)
                runs.stream().filter(run -> run.sourceId().equals(sourceId())).count();
    }

    /** The number that the new run gets. */
    int nextPass() {
        return runs.stream()
                        .filter(run -> run.sourceId().equals(sourceId()))
                        .mapToInt(AnalysisRun::pass)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** The named folder, else that of the chosen session, else the home folder; empty if what was typed is no path. */
    Optional<Path> place() {
        if (!folder.get().isBlank()) {
            return path(folder.get().strip());
        }
        return Optional.of(
                pick.get() instanceof Chosen chosen && chosen.session().folder() != null
                        ? path(chosen.session().folder()).orElse(home)
                        : home);
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
        reference.set("");
        pick.set(tool.get().hasSessions() ? new Nothing() : new Without());
        found.set(tool.get().hasSessions() ? new Found.Searching() : new Found.NoTool());
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

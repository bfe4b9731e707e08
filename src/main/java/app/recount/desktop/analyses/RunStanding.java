package app.recount.desktop.analyses;

import app.recount.desktop.shell.Badge;
import app.recount.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** What rail and status bar say of the live runs. */
final class RunStanding {

    private final RunsModel model;
    private final Texts texts;
    private final RunWords words;
    private final ReadOnlyObjectWrapper<Badge> line = new ReadOnlyObjectWrapper<>(Badge.NONE);

    RunStanding(RunsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new RunWords(texts);
        model.now().subscribe(now -> line.set(make()));
        model.visible().subscribe(() -> line.set(make()));
        model.counts().subscribe(counts -> line.set(make()));
    }

    /** Of the rail: how many are live. */
    Badge badge(RunCounts counts) {
        return counts.live() == 0 ? Badge.NONE : Badge.live(texts.get("analyses.badge", counts.live()));
    }

    /** Of the status bar: the live run and when its session was last heard of. */
    ObservableValue<Badge> line() {
        return line.getReadOnlyProperty();
    }

    private Badge make() {
        var live = model.rows().stream()
                .filter(row -> row.state() == RunState.LIVE)
                .toList();
        if (live.isEmpty()) {
            return Badge.NONE;
        }
        var name = live.size() == 1
                ? texts.get("analyses.standing.one", live.getFirst().id())
                : texts.get("analyses.standing.more", live.size());
        return Badge.live(newest(live).map(age -> name + " · " + age).orElse(name));
    }

    private Optional<String> newest(List<RunRow> live) {
        return live.stream()
                .flatMap(row -> model.silence(row.run()).stream())
                .min(Duration::compareTo)
                .map(words::lastLine);
    }
}

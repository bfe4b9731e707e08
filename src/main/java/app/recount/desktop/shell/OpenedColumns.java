package app.recount.desktop.shell;

import app.recount.delivery.BackfillPreview;
import app.recount.memory.ColumnReport;
import app.recount.memory.MemoryReader;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What Recount's statements do with each column of the database that is open; found out behind each reading, so that none waits. */
public final class OpenedColumns {

    private final MemoryReader memory;
    private final Background background;
    private final String taskName;
    private final ReadOnlyObjectWrapper<Optional<ColumnReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<BackfillPreview> shown = Optional.empty();

    /** @param taskName how finding out is called while it runs */
    public OpenedColumns(Workspace workspace, MemoryReader memory, Background background, String taskName) {
        this.memory = memory;
        this.background = background;
        this.taskName = taskName;
        workspace.preview().subscribe(this::show);
    }

    /** Empty while it is not known. */
    public ReadOnlyObjectProperty<Optional<ColumnReport>> report() {
        return report.getReadOnlyProperty();
    }

    private void show(Optional<BackfillPreview> preview) {
        shown = preview;
        report.set(Optional.empty());
        preview.ifPresent(now -> background
                .task(
                        taskName,
                        progress -> memory.columns(
                                now.activity().database(), now.activity().now()))
                .onReader()
                .whenDone(found -> {
                    // what was overtaken by another reading is of no interest
                    if (shown.filter(now::equals).isPresent()) {
                        report.set(Optional.of(found));
                    }
                })
                .start());
    }
}

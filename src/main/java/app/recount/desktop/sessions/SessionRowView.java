package app.recount.desktop.sessions;

import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Times;
import app.recount.session.AgentSession;
import app.recount.text.Texts;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A row that says in full, when the pointer rests on it, what its cells shorten. */
final class SessionRowView extends TableRow<SessionRow> {

    private final Texts texts;
    private final ContextMenu menu;
    private final Tooltip tooltip = new Tooltip();

    SessionRowView(Texts texts, ContextMenu menu) {
        this.texts = texts;
        this.menu = menu;
        tooltip.setShowDelay(Duration.millis(700));
        // written when it is needed, since a live row changes several times a second
        tooltip.setOnShowing(event -> tooltip.setText(getItem() == null ? "" : Labels.harmless(words(getItem()))));
    }

    @Override
    protected void updateItem(@Nullable SessionRow row, boolean empty) {
        super.updateItem(row, empty);
        setContextMenu(empty ? null : menu);
        setTooltip(empty ? null : tooltip);
    }

    private String words(SessionRow row) {
        AgentSession session = row.now();
        return Stream.of(
                        session.toolLabel() + " " + session.key().id(),
                        session.folder(),
                        session.model(),
                        texts.get("sessions.lastActivity", Times.second(session.lastActivity())),
                        session.unreadable())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}

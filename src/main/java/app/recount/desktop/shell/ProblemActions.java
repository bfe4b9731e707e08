package app.recount.desktop.shell;

import app.recount.desktop.widget.Buttons;
import app.recount.problem.Action;
import app.recount.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/** The actions of a problem as buttons, and as sentences where only the sentence helps. */
final class ProblemActions {

    private final Texts texts;
    private final Commands commands;

    ProblemActions(Texts texts, Commands commands) {
        this.texts = texts;
        this.commands = commands;
    }

    List<Node> buttons(List<Action> actions) {
        return actions.stream().flatMap(this::button).toList();
    }

    List<String> sentences(List<Action> actions) {
        return actions.stream()
                .filter(action -> commands.of(action).isEmpty())
                .map(Action::sentence)
                .map(texts::say)
                .toList();
    }

    private Stream<Node> button(Action action) {
        return commands.of(action).stream()
                .map(command -> Buttons.text(texts.get("shell.action." + action.kind()), command));
    }
}

package app.recount.desktop.review;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Why a sending did not succeed: the problem, the server's own words, and what can be done. */
final class CauseCard {

    private CauseCard() {}

    static Card of(Problem problem, Optional<String> answer, Texts texts, ReviewWork work) {
        var body = new VBox(8, Labels.paragraph(texts.say(problem.message()), "strong"));
        if (problem.cause() != null) {
            body.getChildren().add(Labels.paragraph(texts.say(problem.cause())));
        }
        answer.filter(text -> !text.isBlank()).ifPresent(text -> {
            body.getChildren().add(Labels.styled(texts.get("review.ended.answer"), "muted", "small"));
            body.getChildren().add(inset(List.of(text)));
        });
        var buttons = new FlowPane(8, 8);
        for (var action : problem.actions()) {
            if (action.kind() == Action.Kind.READ) {
                body.getChildren().add(Labels.paragraph(texts.say(action.sentence())));
            } else {
                buttons.getChildren()
                        .add(Buttons.text(texts.get("shell.action." + action.kind()), () -> work.help(action.kind())));
            }
        }
        if (!buttons.getChildren().isEmpty()) {
            body.getChildren().add(buttons);
        }
        return new Card(texts.get("review.ended.cause.title"))
                .aside(Labels.styled(problem.code(), "muted", "mono"))
                .body(body);
    }

    /** What a dry run would have sent. */
    static Card lines(List<String> lines, Texts texts) {
        return new Card(texts.get("review.ended.happened.title")).body(inset(lines));
    }

    private static VBox inset(List<String> lines) {
        var inset = new VBox();
        inset.getStyleClass().add("inset");
        lines.forEach(line -> inset.getChildren().add(Labels.paragraph(line, "mono")));
        return inset;
    }
}

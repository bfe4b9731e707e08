package app.recount.desktop.review;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.List;
import javafx.scene.Node;

/** The receipts could not be read: why, and another try. */
final class BooksFrame {

    private BooksFrame() {}

    static Node of(Problem problem, Texts texts, ReviewWork work) {
        return StatusFrame.of(Status.FAILURE, problem, texts)
                .line(texts.get("review.books.means"))
                .actions(List.of(Buttons.text(texts.get("shell.action.TRY_AGAIN"), work::readBooks)));
    }
}

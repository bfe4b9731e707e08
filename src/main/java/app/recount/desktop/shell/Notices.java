package app.recount.desktop.shell;

import app.recount.desktop.widget.Status;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.text.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The notices that stand above the page, newest first. To be used on the window's thread only. */
public final class Notices {

    private final ObservableList<Notice> standing = FXCollections.observableArrayList();

    // held, because an unmodifiable view follows its list only as long as somebody holds the view
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(standing);

    /** To look at, not to change. */
    public ObservableList<Notice> standing() {
        return view;
    }

    public void show(Problem problem) {
        put(Notice.of(problem));
    }

    /** Says something that is no problem; {@code code} lets a later notice of the same kind take its place. */
    public void say(Status status, String code, String message, Action... actions) {
        put(new Notice(
                status,
                Optional.of(code),
                Wording.verbatim(message),
                Optional.empty(),
                List.of(actions),
                Optional.empty()));
    }

    /** Says something, and offers what only its page can do, such as taking it back. */
    public void offer(Status status, String code, String message, Notice.Offer offer) {
        put(new Notice(
                status, Optional.of(code), Wording.verbatim(message), Optional.empty(), List.of(), Optional.of(offer)));
    }

    public void dismiss(Notice notice) {
        standing.remove(notice);
    }

    /** Takes away what the given problem code said, once it is no longer true. */
    public void resolve(String code) {
        standing.removeIf(sameCode(code));
    }

    private void put(Notice notice) {
        notice.code().ifPresent(this::resolve);
        standing.addFirst(notice);
    }

    private static Predicate<Notice> sameCode(String code) {
        return notice -> notice.code().filter(code::equals).isPresent();
    }
}

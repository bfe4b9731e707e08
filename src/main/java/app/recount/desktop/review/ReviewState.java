package app.recount.desktop.review;

import app.recount.consent.Approval;
import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Outcome;
import app.recount.delivery.WaitingDelivery;

/** Where the review stands; each is a face of the page. */
sealed interface ReviewState {

    /** Nothing was read yet, or it could not be read; the window says which. */
    record NothingRead() implements ReviewState {}

    /** The commonest: the marker stands, and sending again would only double. */
    record NothingToDo(BackfillPreview preview, MarkerStory story) implements ReviewState {}

    /** There is a marker that nobody can read; claude-mem counts it as complete, and so does Recount. */
    record MarkerUnreadable(BackfillPreview preview) implements ReviewState {}

    /** Something else than the approval is missing; the page shows everything all the same. */
    record Blocked(BackfillPreview preview) implements ReviewState {}

    /** Only the approval is missing. */
    record Ready(BackfillPreview preview) implements ReviewState {}

    /** Something was approved and its end is not known: the same bytes are offered again, never others. */
    record WaitingForOutcome(WaitingDelivery delivery) implements ReviewState {}

    /** Bytes are on their way, or about to be. */
    record Sending(Approval approval) implements ReviewState {}

    /** A sending ended and its page is still shown. */
    record Ended(Outcome outcome) implements ReviewState {}
}

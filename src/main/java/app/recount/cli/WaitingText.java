package app.recount.cli;

import app.recount.delivery.WaitingDelivery;

/** Why a payload waits, in a few words. */
final class WaitingText {

    private WaitingText() {}

    static String of(WaitingDelivery.State state) {
        return switch (state) {
            case NOT_STARTED -> "approved, not sent yet";
            case INTERRUPTED -> "interrupted while it was sent";
            case UNANSWERED -> "sent, without an answer to all of it";
            case MARKER_MISSING -> "delivered, only the marker is missing";
            case RUNNING -> "being sent right now";
        };
    }
}

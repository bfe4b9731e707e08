package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.payload.Digest;

/** What the user has looked at: these bytes, on their way to this address. A look at anything else is worth nothing. */
record Seen(Digest digest, String destination) {

    static Seen in(BackfillPreview preview) {
        return new Seen(
                preview.sealed().digest(), preview.request().destination().address());
    }
}

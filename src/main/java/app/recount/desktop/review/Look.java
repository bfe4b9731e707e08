package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.payload.Digest;

/** What the user has looked at: these bytes, on their way to this address. A look at anything else is worth nothing. */
record Look(Digest digest, String destination) {

    static Look at(BackfillPreview preview) {
        return new Look(
                preview.sealed().digest(), preview.request().destination().address());
    }
}

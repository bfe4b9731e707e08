package app.recount.desktop.review;

import app.recount.payload.Digest;

/** A whole body in front of the user, with the digest that it should have. */
final class OpenBody {

    private final byte[] bytes;
    private final Digest digest;

    OpenBody(byte[] bytes, Digest digest) {
        this.bytes = bytes.clone();
        this.digest = digest;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Digest digest() {
        return digest;
    }
}

package app.recount.desktop.receipts;

import app.recount.payload.Digest;
import app.recount.problem.Problem;

/** What is known of the bytes that a receipt is about. */
sealed interface StoredBytes {

    /** The receipt is about no payload. */
    record None() implements StoredBytes {}

    /** Being read. */
    record Loading() implements StoredBytes {}

    /** They are not on this machine any more, or never were: a no keeps no bytes. */
    record Missing() implements StoredBytes {}

    /** Something stands in their place, or they may not be read. */
    record Unreadable(Problem problem) implements StoredBytes {}

    /** The bytes and the digest that they should have. */
    final class Present implements StoredBytes {

        private final byte[] body;
        private final Digest digest;

        Present(byte[] body, Digest digest) {
            this.body = body.clone();
            this.digest = digest;
        }

        byte[] body() {
            return body.clone();
        }

        Digest digest() {
            return digest;
        }
    }
}

package app.recount.delivery;

import app.recount.payload.Digest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the append-only log.
 *
 * @param number from 1, without gaps
 * @param subject the payload it is about; empty for entries about the log itself, or for a no without a preview
 * @param outcome a word of {@link Outcome#word()} in an {@link Kind#ANSWER}; {@link #DONE} or {@link #FAILED} in the second entry of a
 *     no that changes files
 * @param code a stable code, where something went wrong
 * @param reason a sentence for people
 * @param parts what the server was sent and what it answered
 * @param previous hash of the entry before; empty in the first
 * @param hash of this entry
 * @param line the entry as it stands in the file
 */
public record Receipt(
        long number,
        Instant time,
        Kind kind,
        Optional<Subject> subject,
        Optional<String> outcome,
        Optional<String> code,
        Optional<String> reason,
        List<Part> parts,
        Optional<Digest> previous,
        Digest hash,
        String line) {

    /** What a no was to change is changed. */
    public static final String DONE = "done";

    /** Something that a no was to change could not be changed. */
    public static final String FAILED = "failed";

    /** What an entry is about; the text is the one that stands in the file. */
    public enum Kind {
        APPROVED("approved"),
        /** Written before the first byte leaves. */
        SENT("sent"),
        /** A sending ended. */
        ANSWER("answer"),
        MARKER_WRITTEN("marker_written"),
        /** A no. One that changes files is written before the first of them is touched, and again with an outcome. */
        DECLINED("declined"),
        /** The end of the log was torn or had been changed, and was mended before this entry. */
        MENDED("mended");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * A payload.
     *
     * @param dataDirectory whose history it is
     */
    public record Subject(
            Digest digest,
            String destination,
            String dataDirectory,
            String installId,
            int events,
            LocalDate firstDay,
            LocalDate throughDay,
            int payloadVersion,
            String textVersion,
            Digest textHash) {}

    /**
     * One request of a sending, with all its attempts.
     *
     * @param digest of the part's own bytes
     * @param status the last HTTP status, empty if no answer came
     * @param answer the body of that answer, bounded
     * @param retries attempts that failed before the last one
     * @param millis how long the last attempt took
     */
    public record Part(
            Digest digest, int events, int bytes, Optional<Integer> status, String answer, int retries, long millis) {}

    public Receipt {
        parts = List.copyOf(parts);
    }
}

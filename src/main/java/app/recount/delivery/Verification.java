package app.recount.delivery;

import app.recount.payload.Digest;
import app.recount.text.Wording;
import java.util.List;
import java.util.Optional;

/** Whether the log of receipts is what was written. */
public sealed interface Verification {

    /**
     * Every entry is there and unchanged.
     *
     * @param newest hash of the last entry; empty if there is none
     * @param notes what is worth saying and breaks nothing, such as the torn rest of an interrupted entry; sentences
     */
    record Intact(long entries, Optional<Digest> newest, List<Wording> notes) implements Verification {
        public Intact {
            notes = List.copyOf(notes);
        }
    }

    /**
     * An entry was changed, is missing or stands in the wrong place.
     *
     * @param line the first bad line of the file, from 1
     * @param why a sentence
     */
    record Broken(long line, Wording why) implements Verification {}

    /**
     * The end is missing: this machine remembers more entries than the file has, or other ones.
     *
     * @param remembered how many entries there were at least
     * @param why a sentence
     */
    record Cut(long entries, long remembered, Wording why) implements Verification {}
}

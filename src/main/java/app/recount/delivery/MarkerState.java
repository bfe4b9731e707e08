package app.recount.delivery;

import java.util.Optional;

/**
 * What the completion marker means for a payload of one version. Rules: claude-mem 13.15.3; the marker never hides the preview.
 *
 * @param content the file as it stands, bounded; empty if there is none or it is no text
 * @param version what the marker says, 1 where it says nothing; empty if it says no number
 */
public record MarkerState(Kind kind, Optional<String> content, Optional<String> version) {

    /** Kinds; the text is the one that scripts see. */
    public enum Kind {
        ABSENT("absent"),
        /** Of the payload's version or a newer one: nothing to do. */
        CURRENT("current"),
        /** Does not count as complete. */
        OLDER("older"),
        /** Counts as complete, because claude-mem counts it so. */
        UNREADABLE("unreadable");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    static final MarkerState ABSENT = new MarkerState(Kind.ABSENT, Optional.empty(), Optional.empty());
}

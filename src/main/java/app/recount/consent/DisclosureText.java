package app.recount.consent;

import app.recount.consent.PublishedDisclosure.Difference;
import app.recount.consent.PublishedDisclosure.Kind;
import app.recount.consent.PublishedDisclosure.Subject;
import app.recount.text.Texts;

/** The differences to the published page in words, the same in the window and on the command line. */
public final class DisclosureText {

    private final Texts texts;

    public DisclosureText(Texts texts) {
        this.texts = texts;
    }

    /** The keys, or what it is about instead. */
    public String what(Difference difference) {
        var keys = String.join(" ", difference.keys());
        return switch (difference.subject()) {
            case DAY, INSTALL -> keys;
            case PERSON -> texts.get("review.disclosure.person", keys);
            case DIRECTIVE -> texts.get("review.disclosure.directive", keys);
            case VERSION -> texts.get("review.disclosure.version");
        };
    }

    /** Which events have it. */
    public String where(Difference difference, int payloadVersion) {
        return texts.get(
                "review.disclosure.events." + difference.subject(),
                difference.subject() == Subject.VERSION ? payloadVersion : difference.events());
    }

    /** Two words for a table. */
    public String kind(Difference difference) {
        return texts.get("review.disclosure." + difference.kind());
    }

    /** What the page says of it, a sentence. */
    public String why(Difference difference) {
        return texts.get(
                difference.kind() == Kind.NOT_FOR_THESE_EVENTS
                        ? "review.disclosure.%s.%s.why".formatted(difference.kind(), difference.subject())
                        : "review.disclosure.%s.why".formatted(difference.kind()));
    }

    /** What the words of the table mean, for those kinds that are in it. */
    public String legend(Kind kind) {
        return texts.get("review.disclosure.%s.legend".formatted(kind));
    }

    /** When the page was read. */
    public String date() {
        return texts.get("review.disclosure.date", PublishedDisclosure.PAGE_DATE);
    }
}

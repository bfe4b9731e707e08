package app.recount.cli;

import app.recount.consent.DisclosureText;
import app.recount.consent.ReidentificationText;
import app.recount.delivery.BackfillPreview;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** What a preview says beside its bytes: what the published page does not name, and what makes the history recognisable. */
final class PrivacyText {

    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    private PrivacyText(Texts texts) {
        this.texts = texts;
    }

    /** Empty where nothing would be sent. */
    static List<String> lines(BackfillPreview preview, Texts texts) {
        var text = new PrivacyText(texts);
        if (preview.sealed().eventCount() > 0) {
            text.describeDisclosure(preview);
            text.describeFlags(preview);
        }
        return List.copyOf(text.lines);
    }

    private void describeDisclosure(BackfillPreview preview) {
        var words = new DisclosureText(texts);
        lines.add("");
        lines.add("%s (%s)".formatted(texts.get("review.disclosure.title"), words.date()));
        for (var difference : preview.privacy().differences()) {
            bullet("%s, %s. %s"
                    .formatted(
                            words.what(difference),
                            words.where(difference, preview.payload().version()),
                            words.why(difference)));
        }
    }

    private void describeFlags(BackfillPreview preview) {
        var words = new ReidentificationText(texts);
        lines.add("");
        lines.add(texts.get("review.flags.title"));
        for (var flag : preview.privacy().flags()) {
            bullet("%s %s [%s]".formatted(words.message(flag), words.remedy(flag), flag.code()));
        }
        lines.addAll(Paragraph.wrap("  ", "  ", texts.get("review.flags.note")));
    }

    private void bullet(String text) {
        lines.addAll(Paragraph.wrap("  • ", "    ", text));
    }
}

package app.recount.desktop.help;

import java.util.List;
import java.util.Locale;

/** A part of a document, from one heading of the second level to the next; what stands before the first is a chapter, too. */
record Chapter(String title, List<Block> blocks) {

    Chapter {
        blocks = List.copyOf(blocks);
    }

    /** What a link calls it, by GitHub's rule: words in lower case, joined by hyphens. */
    String anchor() {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}

package app.recount.desktop.help;

import java.util.List;
import java.util.Optional;

/** A document of the project. It has at least one chapter. */
record Document(String title, List<Chapter> chapters) {

    Document {
        chapters = List.copyOf(chapters);
    }

    /** The chapter that a link calls so. */
    Optional<Chapter> chapter(String anchor) {
        return chapters.stream()
                .filter(chapter -> chapter.anchor().equals(anchor))
                .findFirst();
    }

    /** The chapter about a page: its title is the page's name, or begins with it and a colon. */
    Optional<Chapter> about(String page) {
        return chapters.stream()
                .filter(chapter ->
                        chapter.title().equals(page) || chapter.title().startsWith(page + ":"))
                .findFirst();
    }
}

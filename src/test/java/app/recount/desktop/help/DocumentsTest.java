package app.recount.desktop.help;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.help.Block.Code;
import app.recount.desktop.help.Block.Heading;
import app.recount.desktop.help.Block.Item;
import app.recount.desktop.help.Block.Paragraph;
import app.recount.desktop.help.Block.Picture;
import app.recount.desktop.help.Block.Table;
import app.recount.desktop.help.Piece.Kind;
import app.recount.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents as they are shipped. */
class DocumentsTest {

    private static final List<String> NAMES = Documents.NAMES;

    private final Documents documents = new Documents();

    @ParameterizedTest
    @ValueSource(strings = {"activity", "review", "analyses", "sessions", "cost", "receipts", "settings"})
    void every_page_has_its_chapter_in_the_guide(String page) {
        assertThat(documents.read(Documents.GUIDE).about(new Texts().get("shell.page." + page)))
                .isPresent();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void every_document_has_chapters_and_its_pictures(String name) {
        var document = documents.read(name);

        assertThat(document.title()).isNotBlank();
        assertThat(document.chapters())
                .isNotEmpty()
                .allSatisfy(chapter -> assertThat(chapter.title()).isNotBlank());
        assertThat(blocks(document))
                .filteredOn(Picture.class::isInstance)
                .allSatisfy(block -> assertThat(documents.picture(((Picture) block).file(), false))
                        .isPresent());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void every_link_to_a_document_that_is_here_finds_its_chapter(String name) {
        var document = documents.read(name);

        assertThat(blocks(document).flatMap(DocumentsTest::pieces).filter(piece -> piece.kind() == Kind.LINK))
                .allSatisfy(link -> {
                    var target = link.target().split("#", 2);
                    var file = target[0].replace(Documents.ENDING, "");
                    if (target.length == 2 && (file.isEmpty() || NAMES.contains(file))) {
                        var other = file.isEmpty() ? document : documents.read(file);
                        assertThat(other.chapter(target[1])).as(link.target()).isPresent();
                    }
                });
    }

    @Test
    void a_dark_picture_is_taken_where_there_is_one() {
        assertThat(documents
                        .picture("pictures/activity-light.png", true)
                        .orElseThrow()
                        .getPath())
                .endsWith("activity-dark.png");
        assertThat(documents
                        .picture("pictures/empty-light.png", true)
                        .orElseThrow()
                        .getPath())
                .endsWith("empty-light.png");
        assertThat(documents.picture("pictures/none.png", true)).isEmpty();
    }

    @Test
    void links_lead_from_document_to_document_and_back() {
        var model = new HelpModel(documents);
        model.showPage("Cost");
        model.leadsTo("privacy.md#withdrawing").orElseThrow().run();

        assertThat(model.place().get().chapter().anchor()).isEqualTo("withdrawing");
        model.goBack();
        assertThat(model.place().get().chapter().title()).startsWith("Cost:");
        assertThat(model.leadsTo("https://posthog.com")).isEmpty();
        assertThat(model.leadsTo("architecture.md")).isEmpty();
        model.goBack();
        assertThat(model.canGoBack().get()).isFalse();
    }

    private static Stream<Block> blocks(Document document) {
        return document.chapters().stream().flatMap(chapter -> chapter.blocks().stream());
    }

    private static Stream<Piece> pieces(Block block) {
        return switch (block) {
            case Heading(var pieces) -> pieces.stream();
            case Paragraph(var pieces) -> pieces.stream();
            case Item item -> item.pieces().stream();
            case Table(var rows) -> rows.stream().flatMap(List::stream).flatMap(List::stream);
            case Code _, Picture _ -> Stream.empty();
        };
    }
}

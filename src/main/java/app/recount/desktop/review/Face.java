package app.recount.desktop.review;

import app.recount.desktop.widget.CardInSight;
import app.recount.desktop.widget.PageHeader;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The frame of each state of the page: header, sections that scroll, and possibly something that stays below. */
final class Face extends BorderPane {

    private final VBox sections = new VBox();

    Face(PageHeader header, Node... parts) {
        sections.getStyleClass().add("page-body");
        sections.getChildren().addAll(parts);
        var scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        CardInSight.watch(scroll);
        // the sections' controls take the keyboard, the pane around them does not
        scroll.setFocusTraversable(false);
        setTop(header);
        setCenter(scroll);
    }

    Face below(Node node) {
        setBottom(node);
        return this;
    }

    /** Something more above all sections. */
    Face above(Node node) {
        sections.getChildren().addFirst(node);
        return this;
    }

    /** Something above the sections, or nothing. */
    void lead(Node... nodes) {
        sections.getChildren().remove(0, sections.getChildren().size() - 1);
        sections.getChildren().addAll(0, List.of(nodes));
    }
}

package app.recount.desktop.help;

import app.recount.desktop.help.SearchWords.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Running text and links in which words can be marked by what is behind them. */
final class MarkedFlow extends TextFlow {

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final List<Node> pieces;
    private final Path marks = new Path();
    private List<Span> spans = List.of();

    MarkedFlow(List<Node> pieces) {
        this.pieces = List.copyOf(pieces);
        marks.setManaged(false);
        marks.getStyleClass().add("help-marks");
        getStyleClass().add("prose-flow");
        getChildren().add(marks);
        getChildren().addAll(pieces);
        setMinHeight(USE_PREF_SIZE);
    }

    void mark(SearchWords words) {
        spans = words.spans(pieces.stream().map(MarkedFlow::text).collect(Collectors.joining()));
        int start = 0;
        for (var piece : pieces) {
            int end = start + text(piece).length();
            piece.pseudoClassStateChanged(MARKED, piece instanceof Hyperlink && isMarked(start, end));
            start = end;
        }
        requestLayout();
    }

    private boolean isMarked(int start, int end) {
        return spans.stream().anyMatch(span -> span.start() < end && start < span.end());
    }

    private static String text(Node piece) {
        return switch (piece) {
            case Text text -> text.getText();
            case Hyperlink link -> link.getText();
            default -> "";
        };
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        marks.getElements()
                .setAll(spans.stream()
                        .flatMap(this::inTexts)
                        .flatMap(span -> Arrays.stream(getRangeShape(span.start(), span.end(), false)))
                        .toList());
    }

    /** The parts of a span that stand in texts, as the flow counts: a link, which marks itself, is one character to it. */
    private Stream<Span> inTexts(Span span) {
        var parts = Stream.<Span>builder();
        int start = 0;
        int counted = 0;
        for (var piece : pieces) {
            int length = text(piece).length();
            int from = Math.max(span.start(), start);
            int to = Math.min(span.end(), start + length);
            if (piece instanceof Text && from < to) {
                parts.add(new Span(from - start + counted, to - start + counted));
            }
            start += length;
            counted += piece instanceof Text ? length : 1;
        }
        return parts.build();
    }
}

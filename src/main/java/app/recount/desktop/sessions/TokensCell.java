package app.recount.desktop.sessions;

import app.recount.desktop.widget.Figures;
import org.jspecify.annotations.Nullable;

/** A count of tokens. One that has no room is written roughly, because a figure that is cut off reads as another one. */
final class TokensCell extends WordsCell {

    private static final double DIGIT = 7.4;
    private static final double COMMA = 3.6;
    private static final double PADDING = 20;

    TokensCell(String unknown, String... styleClasses) {
        super(unknown, styleClasses);
        widthProperty().subscribe((before, now) -> fit(isEmpty() ? null : getItem()));
    }

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
        super.updateItem(words, empty);
        fit(empty ? null : words);
    }

    private void fit(@Nullable String words) {
        if (words == null || !Character.isDigit(words.charAt(0))) {
            setAccessibleText(null);
            return;
        }
        long commas = words.chars().filter(each -> each == ',').count();
        double needed = (words.length() - commas) * DIGIT + commas * COMMA + PADDING;
        boolean room = getWidth() <= 0 || needed <= getWidth();
        setText(room ? words : Figures.rough(Double.parseDouble(words.replace(",", ""))));
        setAccessibleText(words);
    }
}

package app.recount.desktop.cost;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TableCell;

/** Dollars in words, also where there are none. */
final class MoneyCell<S> extends TableCell<S, Optional<BigDecimal>> {

    private final Function<Optional<BigDecimal>, String> words;

    MoneyCell(Function<Optional<BigDecimal>, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(Optional<BigDecimal> value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty || value == null ? null : words.apply(value));
    }
}

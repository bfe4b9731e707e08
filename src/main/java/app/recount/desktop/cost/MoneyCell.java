package app.recount.desktop.cost;

import java.math.BigDecimal;
import java.util.Optional;
import javafx.scene.control.TableCell;

/** Dollars; a dash where nobody told them, which is not zero. */
final class MoneyCell<S> extends TableCell<S, Optional<BigDecimal>> {

    @Override
    protected void updateItem(Optional<BigDecimal> value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty || value == null ? null : CostWords.money(value));
    }
}

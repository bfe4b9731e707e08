package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.TokenCount;
import app.recount.text.Texts;

/** Any bytes as {@code prices.json}: a fault, or prices that can be reckoned with. */
final class PriceBytes {

    private static final TokenCount TOKENS = new TokenCount(1_000, 2_000, 3_000, 4_000, 5_000, 0, 1);

    private PriceBytes() {}

    static void parse(byte[] bytes) {
        try {
            for (var price : Prices.parse(bytes).models().values()) {
                var cost = PriceTable.tidy(price.of(TOKENS));
                assertThat(cost.signum()).isNotNegative();
                assertThat(cost.toPlainString()).hasSizeLessThan(1_000);
            }
        } catch (Prices.FaultException e) {
            assertThat(new Texts().say(e.fault())).endsWith(".").hasSizeLessThan(1_000);
        }
    }
}

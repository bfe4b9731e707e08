package app.recount.session;

import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Two check sums of some bytes as sixteen digits, for what changes by itself; they keep nobody from deceiving. Fast in young code, too. */
final class CheckSums {

    private CheckSums() {}

    static String of(byte[] bytes) {
        return sum(new CRC32(), bytes) + sum(new CRC32C(), bytes);
    }

    private static String sum(Checksum sum, byte[] bytes) {
        sum.update(bytes);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}

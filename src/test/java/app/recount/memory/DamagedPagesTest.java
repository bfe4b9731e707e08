package app.recount.memory;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A database with damage anywhere is read or refused; nothing else can come of it. */
class DamagedPagesTest extends MemoryTest {

    private static final int DAMAGED = 60;

    private static final int HEADER = 100;

    @Test
    void damage_in_any_page_is_a_result_or_a_problem() throws IOException {
        var fixture = MemoryFixture.memory().withTurns();
        for (int n = 0; n < 200; n++) {
            fixture.observation("2026-05-%02dT10:00:00Z".formatted(1 + n % 20), MemoryFixture.text(400));
        }
        var whole = Files.readAllBytes(fixture.writeTo(folder));
        var refused = 0;
        for (long seed = 0; seed < DAMAGED; seed++) {
            var file = Files.write(folder.resolve("damaged-%d.db".formatted(seed)), damaged(whole, new Random(seed)));
            refused += isRead(MemoryFixture.age(file)) ? 0 : 1;
            Files.delete(file);
        }
        assertThat(refused).as("of both kinds there are some").isBetween(1, DAMAGED - 1);
    }

    private boolean isRead(Path file) {
        try {
            assertThat(read(file).rollups())
                    .allSatisfy(rollup -> assertThat(rollup.values())
                            .allSatisfy((metric, value) -> assertThat(value).isNotNull()));
            return true;
        } catch (ProblemException e) {
            assertThat(e.problem().code()).startsWith("DB_");
            assertThat(e.problem().actions()).isNotEmpty();
            return false;
        }
    }

    /** Some bytes anywhere behind the header, or a piece of zeros, or another page in the place of one. */
    private static byte[] damaged(byte[] whole, Random random) {
        var bytes = whole.clone();
        for (int times = random.nextInt(1, 6); times > 0; times--) {
            var at = random.nextInt(HEADER, bytes.length - 4_096);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> Arrays.fill(bytes, at, at + random.nextInt(1, 512), (byte) 0);
                default ->
                    System.arraycopy(
                            whole, random.nextInt(whole.length / 4_096) * 4_096, bytes, at / 4_096 * 4_096, 4_096);
            }
        }
        return bytes;
    }
}

package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.faults.Folders;
import app.recount.faults.Points;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes of recount.db are changed, page by page: every command works or says what is wrong, nothing is less than before without a word,
 * and a file that is set aside is kept whole.
 */
class DamagedStoreTest {

    private static final int PAGE = 4096;
    private static final int RUNS = 12;
    private static final int TURNS = 40;

    /** Reading ones first, so that what they say is not due to what others wrote. */
    private static final List<String> COMMANDS = List.of(
            "status --format json",
            "analysis list --limit 0 --format json",
            "analysis get ANALYSIS-2026-003 --format json",
            "analysis sessions list --tool all --format json",
            "source list --format json",
            "generation list --format json",
            "validate --format json",
            "export --format csv",
            "receipts --format json",
            "receipts verify --format json",
            "preview --format json",
            "analysis mark --id ANALYSIS-2026-003 --stage again --format json",
            "analysis start --source-id s-1 --tool manual --format json",
            "source add --id s-9 --title Nine",
            "generation record --session new --turn 1 --outcome ok --at 2026-05-11T10:00:00Z");

    @TempDir
    Path folder;

    private Path original;

    @BeforeEach
    void fill_a_store() throws IOException {
        original = folder.resolve("original");
        try (var bench = new Bench(original).withMemory()) {
            for (int i = 1; i <= RUNS; i++) {
                run(bench, "source add --id s-%d --title Source".formatted(i));
                run(bench, "analysis start --source-id s-%d --tool manual --notes %s".formatted(i, "n".repeat(900)));
                run(bench, "analysis mark --id ANALYSIS-2026-%03d --stage one".formatted(i));
            }
            var turns = IntStream.range(0, TURNS)
                    .mapToObj(turn -> """
                            {"memory_session_id": "s", "turn": %d, "tokens_input": 5, "outcome": "ok", "created_at_epoch": 1747000000000}
                            """.formatted(turn))
                    .toList();
            run(
                    bench,
                    "generation record --lines "
                            + Files.write(
                                    folder.resolve("turns"),
                                    turns.stream().map(String::strip).toList()));
            run(bench, "preview");
            run(bench, "decline");
        }
    }

    private static void run(Bench bench, String line) {
        var answer = bench.run(Bench.words(line));
        assertThat(answer.status()).as(line + "\n" + answer.errors()).isZero();
    }

    @Test
    void a_few_pages() throws Exception {
        breakIt(Points.few("damaged recount.db", 4));
    }

    @Test
    @Tag("stress")
    void every_page_in_turn() throws Exception {
        breakIt(Points.many("damaged recount.db"));
    }

    private void breakIt(Points points) throws Exception {
        int pages = (int) Files.size(database(original)) / PAGE;
        points.each((number, random) -> {
            var copy = Folders.copy(original, folder.resolve("copy"));
            damage(database(copy), number % pages, random);
            var damaged = Files.readAllBytes(database(copy));
            try (var bench = new Bench(copy)) {
                boolean told = false;
                for (var line : COMMANDS) {
                    var answer = bench.run(Bench.words(line));
                    told |= check(line, answer, told);
                }
            }
            var aside = copy.resolve("recount/recount.db.unreadable-1");
            if (Files.exists(aside)) {
                assertThat(aside).hasBinaryContent(damaged);
            }
            assertThat(copy.resolve("recount/recount.db.unreadable-2")).doesNotExist();
            Folders.delete(copy);
        });
    }

    private static Path database(Path bench) {
        return bench.resolve("recount/recount.db");
    }

    /** One byte, some bytes, or all of a page. */
    private static void damage(Path file, int page, Random random) throws IOException {
        var bytes = Files.readAllBytes(file);
        int length = List.of(1, 16, PAGE).get(random.nextInt(3));
        int from = page * PAGE + random.nextInt(PAGE - length + 1);
        for (int i = from; i < from + length; i++) {
            bytes[i] ^= (byte) (1 + random.nextInt(255));
        }
        Files.write(file, bytes);
    }

    /** Returns whether it told of damage. */
    private static boolean check(String line, Bench.Answer answer, boolean toldBefore) {
        assertThat(answer.errors()).as(line).doesNotContain("UNEXPECTED", "should not");
        boolean told = answer.errors().contains("STORE_")
                || answer.errors().contains("damaged")
                || answer.errors().contains("could not be understood");
        if (answer.status() == ExitStatus.DONE && !told && !toldBefore) {
            switch (line.replaceFirst(" --.*", "")) {
                case "analysis list" -> assertThat(answer.json()).hasSize(RUNS);
                case "source list" -> assertThat(answer.json()).hasSize(RUNS);
                default -> {}
            }
        }
        return told;
    }
}

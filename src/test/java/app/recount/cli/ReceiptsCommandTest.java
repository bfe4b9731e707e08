package app.recount.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.faults.InChild;
import app.recount.faults.InChild.Surroundings;
import app.recount.rehearsal.RehearsalReceiver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts for somebody else: a file alone, stored bytes, a document; checked here by the documented rule only. */
class ReceiptsCommandTest {

    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w+)\\n((?:(?!```).*\\n)*)```$");

    @TempDir
    Path folder;

    private Bench bench;

    /** As another machine would see it: no recount.db that knows anything. */
    private Bench elsewhere;

    @BeforeEach
    void deliver() throws IOException {
        bench = new Bench(folder.resolve("here")).withMemory();
        elsewhere = new Bench(folder.resolve("elsewhere"));
        try (var receiver = RehearsalReceiver.start(bench.clock())) {
            bench.sendingTo(receiver.destination());
            assertThat(bench.run("send", "--approve", bench.previewedDigest()).status())
                    .isZero();
        }
    }

    @AfterEach
    void close() {
        elsewhere.close();
        bench.close();
    }

    private Path log() {
        return bench.home().receipts();
    }

    private Path copy(UnaryOperator<List<String>> change) throws IOException {
        var file = folder.resolve("copy.jsonl");
        return Files.write(file, change.apply(new ArrayList<>(Files.readAllLines(log()))));
    }

    @Test
    @Proves(Promise.CHECKED_ELSEWHERE)
    void a_file_alone_is_verified_on_a_machine_that_knows_nothing_of_it() throws IOException {
        var file = copy(lines -> lines);

        var answer = elsewhere.run("receipts", "verify", file.toString(), "--format", "json");

        assertThat(answer.status()).isZero();
        assertThat(answer.json().propertyNames())
                .containsExactly("intact", "entries", "newest", "notes", "end_known", "bodies");
        assertThat(answer.json().get("entries").asInt()).isEqualTo(4);
        assertThat(answer.json().get("end_known").asBoolean()).isFalse();
        assertThat(answer.json().get("bodies").isEmpty()).isTrue();
        assertThat(elsewhere.run("receipts", "verify", file.toString()).text())
                .contains("cannot show whether entries are missing after its last one");
        assertThat(elsewhere.home().receipts()).doesNotExist();
    }

    @Test
    void a_change_inside_a_file_shows_anywhere_and_a_cut_end_only_at_home() throws IOException {
        var changed = copy(lines -> {
            lines.set(1, lines.get(1).replace("\"events\":4", "\"events\":5"));
            return lines;
        });
        var answer = elsewhere.run("receipts", "verify", changed.toString(), "--format", "json");
        assertThat(answer.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(answer.json().get("line").asInt()).isEqualTo(2);

        var cut = copy(lines -> lines.subList(0, 2));
        assertThat(elsewhere.run("receipts", "verify", cut.toString()).status()).isZero();
        Files.copy(cut, log(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(bench.run("receipts", "verify").status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void what_may_not_be_read_or_leads_in_a_circle_is_told_in_words() throws IOException {
        var locked = Files.createFile(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        var circle = Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));

        assertThat(cause(locked)).isEqualTo("This user may not do that with “%s”.".formatted(locked));
        assertThat(cause(circle)).isEqualTo("It is no file.");
    }

    private String cause(Path file) {
        return elsewhere
                .run("receipts", "verify", file.toString(), "--format", "json")
                .error()
                .get("cause")
                .asString();
    }

    @Test
    void what_is_no_log_is_told_apart_from_one_that_does_not_hold() throws IOException {
        assertThat(elsewhere
                        .run("receipts", "verify", folder.resolve("none").toString())
                        .status())
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(elsewhere
                        .run("receipts", "verify", folder.toString(), "--format", "json")
                        .error()
                        .get("code")
                        .asString())
                .isEqualTo("RECEIPTS_FILE_UNUSABLE");
        var large = Files.createFile(folder.resolve("large"));
        try (var channel = FileChannel.open(large, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), 16 << 20);
        }
        assertThat(elsewhere
                        .run("receipts", "verify", large.toString(), "--format", "json")
                        .error()
                        .get("cause")
                        .asString())
                .isEqualTo("It is larger than any log of receipts.");
        var picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThat(elsewhere.run("receipts", "verify", picture.toString()).status())
                .isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void stored_bytes_are_hashed_wherever_they_lie() throws IOException {
        var bodies = bench.run("receipts", "verify", "--format", "json").json().get("bodies");
        assertThat(bodies.valueStream()).singleElement().satisfies(body -> {
            assertThat(body.get("state").asString()).isEqualTo("kept");
            assertThat(body.get("receipts").toString()).isEqualTo("[1,2,3,4]");
        });

        var body = body();
        Files.writeString(body, " ", StandardOpenOption.APPEND);

        var answer = bench.run("receipts", "verify", "--format", "json");
        assertThat(answer.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(answer.json().get("intact").asBoolean()).isTrue();
        assertThat(answer.json().get("bodies").get(0).get("state").asString()).isEqualTo("changed");
        assertThat(elsewhere.run("receipts", "verify", log().toString()).text()).contains("were changed");

        Files.delete(body);
        assertThat(bench.run("receipts", "verify").status()).isZero();
        assertThat(bench.run("receipts", "verify").text()).contains("are not kept any more");
    }

    private Path body() throws IOException {
        try (var files = Files.list(bench.home().approved())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @Proves(Promise.CHECKED_ELSEWHERE)
    void an_exported_receipt_can_be_checked_by_its_own_text() throws Exception {
        var document = bench.run("receipts", "export", "3").text();

        var lines = blocks(document, "json");
        assertThat(lines).hasSize(4);
        assertThat(holds(lines)).isTrue();
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(log()));
        assertThat(document)
                .contains("answer", "delivered", "HTTP 200", "Digest        sha256:", "they hash to this digest")
                .doesNotContain("phc_test");

        Files.writeString(folder.resolve("entry.json"), lines.get(2) + "\n");
        var hash = sh(blocks(document, "sh").getFirst(), folder);
        assertThat(document).contains("Hash          sha256:" + hash.substring(0, 64));
    }

    /** The rule of docs/receipts.md, and nothing of Recount. */
    private static boolean holds(List<String> log) throws Exception {
        var previous = "null";
        for (int i = 0; i < log.size(); i++) {
            var unsigned = log.get(i).replaceFirst(",\"hash\":\"sha256:[0-9a-f]*\"}$", "}");
            var sha = MessageDigest.getInstance("SHA-256").digest(unsigned.getBytes(UTF_8));
            var hash = "\"sha256:" + HexFormat.of().formatHex(sha) + "\"";
            if (!log.get(i).startsWith("{\"number\":" + (i + 1) + ",")
                    || !log.get(i).endsWith(",\"previous\":" + previous + ",\"hash\":" + hash + "}")) {
                return false;
            }
            previous = hash;
        }
        return true;
    }

    @Test
    void the_rule_finds_what_was_changed() throws Exception {
        var lines = Files.readAllLines(log());
        assertThat(holds(lines)).isTrue();
        var changed = new ArrayList<>(lines);
        changed.set(2, changed.get(2).replace("delivered", "refused"));
        assertThat(holds(changed)).isFalse();
        Collections.swap(lines, 1, 2);
        assertThat(holds(lines)).isFalse();
    }

    @Test
    @Proves(Promise.CHECKED_ELSEWHERE)
    void the_script_of_the_documentation_verifies_a_log() throws Exception {
        var script =
                blocks(Files.readString(Path.of("docs", "receipts.md")), "sh").getFirst();
        assertThat(script.lines()).hasSizeLessThanOrEqualTo(20);
        Files.writeString(folder.resolve("verify.sh"), script);

        assertThat(sh("sh verify.sh '%s'".formatted(copy(lines -> lines)), folder))
                .startsWith("4 entries hold");
        assertThat(sh("! sh verify.sh '%s'".formatted(copy(lines -> lines.subList(1, 4))), folder))
                .isEqualTo("line 1 does not hold\n");
        assertThat(sh(
                        "! sh verify.sh '%s'".formatted(copy(lines -> {
                            lines.set(2, lines.get(2).replace("delivered", "refused"));
                            return lines;
                        })),
                        folder))
                .isEqualTo("line 3 does not hold\n");
    }

    @Test
    void a_name_made_to_hurt_stays_inside_its_block() throws Exception {
        var name = "``` <b>[x](http://example.org) \u202Egpj.\u001B[2J";
        var hurtful = Files.createDirectories(folder.resolve(name));
        Files.copy(bench.directory.database(), hurtful.resolve("claude-mem.db"));
        assertThat(bench.run("decline", "--data-dir", hurtful.toString()).status())
                .isZero();

        var document = bench.run("receipts", "export", "5").text();

        assertThat(document.codePoints().allMatch(point -> point == '\n' || isShown(point)))
                .isTrue();
        assertThat(document).contains("Data folder   ").contains("\\u{202E}gpj.\\u{1B}[2J");
        assertThat(BLOCK.matcher(document).replaceAll("")).doesNotContain("<b>", "example.org");
        var line =
                new String(Base64.getDecoder().decode(blocks(document, "base64").getFirst()), UTF_8);
        assertThat(line).isEqualTo(Files.readAllLines(log()).get(4));
    }

    private static boolean isShown(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT;
    }

    @Test
    void the_document_of_a_no_has_both_its_entries_and_speaks_of_no_delivery() {
        bench.run("decline", "--telemetry-off");

        assertThat(bench.run("receipts", "export", "5").text())
                .contains("## Entry 5: declined", "## Entry 6: declined")
                .doesNotContain("delivery");
    }

    @Test
    void an_export_goes_into_a_file_or_to_scripts_as_json() throws IOException {
        var file = folder.resolve("receipt.md");
        assertThat(bench.run("receipts", "export", "3", "--output", file.toString())
                        .output())
                .isEmpty();
        assertThat(file)
                .content()
                .isEqualTo(bench.run("receipts", "export", "3").text());
        assertThat(bench.run("receipts", "export", "3", "--format", "json")
                        .json()
                        .size())
                .isEqualTo(4);
        assertThat(bench.run("receipts", "export", "9").status()).isEqualTo(ExitStatus.REFUSED);
    }

    @Test
    void withdrawing_names_what_was_sent_under_which_id_and_where() {
        var json = bench.run("receipts", "withdraw", "--format", "json").json();

        assertThat(json.propertyNames()).containsExactly("install_id", "destination", "request", "statements");
        assertThat(json.get("install_id").asString()).isEqualTo(Bench.INSTALL_ID);
        assertThat(json.get("request").asString())
                .contains(Bench.INSTALL_ID, json.get("destination").asString());
        assertThat(bench.run("receipts", "withdraw").text())
                .startsWith("Nothing that was sent can be deleted from here.")
                .contains(Bench.INSTALL_ID);
        assertThat(elsewhere
                        .run("receipts", "withdraw", "--format", "json")
                        .json()
                        .get("request")
                        .isNull())
                .isTrue();
    }

    /** The content of each block of this language, without its last newline. */
    private static List<String> blocks(String document, String language) {
        return BLOCK.matcher(document)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2).stripTrailing())
                .toList();
    }

    private static String sh(String command, Path directory) throws Exception {
        var process = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}

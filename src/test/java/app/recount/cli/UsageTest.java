package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void the_version_is_one_line() {
        var answer = bench.run("--version");

        assertThat(answer.status()).isZero();
        assertThat(answer.text()).matches("recount \\d+\\.\\d+\\.\\d+\\S*\n");
        assertThat(answer.errors()).isEmpty();
    }

    @Test
    void the_help_names_every_command() {
        var answer = bench.run("--help");

        assertThat(answer.status()).isZero();
        assertThat(answer.text())
                .contains("status", "preview", "explain", "privacy", "send", "decline", "receipts", "rehearse", "demo")
                .contains("analysis", "source", "validate", "export", "import");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "preview",
                "explain",
                "privacy",
                "privacy columns",
                "send",
                "decline",
                "receipts",
                "receipts list",
                "receipts verify",
                "receipts show",
                "receipts export",
                "receipts withdraw",
                "rehearse",
                "demo",
                "analysis",
                "analysis start",
                "analysis mark",
                "analysis complete",
                "analysis fail",
                "analysis cancel",
                "analysis reopen",
                "analysis move",
                "analysis add",
                "analysis get",
                "analysis list",
                "analysis watch",
                "analysis sessions",
                "analysis sessions list",
                "analysis backfill-usage",
                "analysis backfill-versions",
                "source",
                "source add",
                "source list",
                "validate",
                "export",
                "import",
                "reference"
            })
    void every_command_has_a_help_that_fits_80_columns(String command) {
        var answer = bench.run((command + " --help").split(" ", -1));

        assertThat(answer.status()).isZero();
        assertThat(answer.text()).startsWith("Usage: recount " + command);
        assertThat(answer.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "nonsense",
                "preview --nonsense",
                "preview surplus",
                "preview --now",
                "preview --now yesterday",
                "preview --install-id 42",
                "preview --format yaml",
                "preview --database",
                "status --format body",
                "send",
                "send --approve deadbeef",
                "send --approve sha256:ABCDEF",
                "receipts nonsense",
                "receipts show",
                "receipts show first",
                "receipts export",
                "receipts export 1 --format yaml",
                "rehearse --port 70000",
                "rehearse --port -1",
                "rehearse --requests 0",
                "rehearse --fault nonsense",
                "demo",
                "demo --seed x dir",
                "analysis",
                "analysis nonsense",
                "analysis start",
                "analysis start --source-id s",
                "analysis start --source-id s --tool pen",
                "analysis mark --id x",
                "analysis complete --id x --status started",
                "analysis complete --id x --tokens-final -5",
                "analysis get",
                "analysis list --limit -1",
                "analysis list --limit many",
                "analysis sessions",
                "analysis sessions list",
                "analysis sessions list --tool pen",
                "analysis sessions list --tool all --from yesterday",
                "analysis backfill-usage --until soon",
                "analysis backfill-usage --until +999999999-12-31",
                "analysis backfill-usage --since -999999999-01-01",
                "preview --now +1000000000-12-31T23:59:59.999999999Z",
                "preview --now -1000000000-01-01T00:00:00Z",
                "demo --now +10000-01-01T00:00:00Z dir",
                "analysis add --source-id s --tool manual --started-at +1000000000-01-01T00:00:00Z",
                "analysis backfill-versions --strategy guess",
                "source",
                "source add --id x",
                "validate surplus",
                "export --format text",
                "import"
            })
    void wrong_usage_exits_2_and_says_where_help_is(String line) {
        var answer = bench.run(line.split(" ", -1));

        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors()).startsWith("recount: ").contains("--help”").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "source --format text", "source --id s", "source --data-dir /tmp"})
    void where_a_command_must_follow_its_options_are_not_called_unknown(String line) {
        assertThat(bench.run(Bench.words(line)).errors()).startsWith("recount: Missing command after “source”.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"source --nonsense", "source --format text list", "--nonsense"})
    void what_no_command_takes_or_stands_before_it_is_unknown(String line) {
        assertThat(bench.run(Bench.words(line)).errors()).startsWith("recount: Unknown option");
    }

    @Test
    void options_alone_are_no_command() {
        assertThat(bench.run("--database", "x").errors()).startsWith("recount: Missing command.");
    }

    @Test
    void a_word_that_begins_with_an_at_sign_is_not_replaced_by_what_a_file_holds() throws IOException {
        var plan = Files.writeString(folder.resolve("plan.md"), "secret");

        var answer = bench.run("source", "add", "--id", "s", "--title", "@" + plan);

        assertThat(answer.text()).contains("@" + plan).doesNotContain("secret");
    }

    @Test
    void no_word_at_all_is_wrong_usage_too() {
        assertThat(bench.run().status()).isEqualTo(ExitStatus.WRONG_USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview --format json --nonsense", "preview --nonsense --format=json"})
    void wrong_usage_is_told_in_the_form_that_was_asked_for(String line) {
        var answer = bench.run(line.split(" ", -1));

        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(answer.error().get("code").asString()).isEqualTo("WRONG_USAGE");
        assertThat(answer.error().get("actions")).hasSize(1);
    }

    @Test
    void help_and_version_and_wrong_usage_touch_no_file() throws IOException {
        bench.run("--version");
        bench.run("preview", "--help");
        bench.run("send", "--approve", "x");

        try (var files = Files.list(bench.home().folder())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void what_is_no_path_is_refused() {
        var answer = bench.run("preview", "--database", "a\0b", "--format", "json");

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.error().get("code").asString()).isEqualTo("PATH_NOT_USABLE");
    }

    /** As where a script's variable is not set: the current folder is what nobody meant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "preview --database ",
                "decline --data-dir ",
                "export --output ",
                "analysis start --source-id s --tool amp --no-session --cwd ",
                "analysis start --source-id s --tool amp --usage-session-path ",
                "analysis backfill-versions --strategy git-tags --git-repo ",
                "generation import --logs ",
                "generation record --lines ",
                "demo ",
                "import ",
                "receipts verify "
            })
    void an_empty_name_is_no_folder(String line) {
        assertThat(bench.run(line.split(" ", -1)).status()).isEqualTo(ExitStatus.WRONG_USAGE);
    }

    /** A no would be noted of a folder that cannot be one. */
    @Test
    void a_data_directory_is_no_file() throws IOException {
        var database = bench.withMemory().directory.database();

        var answer = bench.run("decline", "--data-dir", database.toString(), "--format", "json");

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.error().get("code").asString()).isEqualTo("DATA_DIRECTORY_NO_FOLDER");
        assertThat(bench.run("receipts", "--format", "json").json()).isEmpty();
        assertThat(bench.run("decline", "--data-dir", folder.resolve("none").toString())
                        .status())
                .isZero();
    }

    @Test
    void a_name_whose_letters_were_lost_is_not_taken_for_another_one() {
        var answer = bench.run("export", "--output", bench.home().folder() + "/b\uFFFDd.json", "--format", "json");

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.errors()).contains("PATH_NOT_USABLE", "LC_ALL");
    }

    @Test
    void a_number_that_is_none_is_told_in_words() {
        assertThat(bench.run("receipts", "show", "99999999999999999999").errors())
                .contains("is not a whole number up to 9223372036854775807");
    }

    @Test
    void what_came_from_outside_cannot_steer_the_terminal() {
        var answer = bench.run("preview", "--database", "/tmp/\u001b[2J\u202e\u009bevil.db");

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.errors())
                .contains("\\u001B[2J\\u202E\\u009Bevil.db")
                .doesNotContain("\u001b", "\u202e", "\u009b");
    }

    @Test
    void everything_in_the_help_stands_in_the_documentation() throws IOException {
        var documentation = Files.readString(Path.of("docs", "cli.md"));

        for (var command : new String[] {
            "status",
            "preview",
            "send",
            "decline",
            "receipts",
            "receipts verify",
            "receipts show",
            "receipts export",
            "receipts withdraw",
            "rehearse",
            "demo",
            "analysis start",
            "analysis mark",
            "analysis complete",
            "analysis fail",
            "analysis cancel",
            "analysis reopen",
            "analysis move",
            "analysis add",
            "analysis get",
            "analysis list",
            "analysis watch",
            "analysis sessions list",
            "analysis backfill-usage",
            "analysis backfill-versions",
            "source add",
            "source list",
            "validate",
            "export",
            "import"
        }) {
            var help = bench.run((command + " --help").split(" ", -1)).text();
            assertThat(documentation).contains("`" + command);
            assertThat(help.lines()
                            .map(String::strip)
                            .filter(line -> line.matches("(-\\w, )?--\\w.*"))
                            .map(line -> line.replaceFirst("^-\\w, ", "").split("[ =,]", -1)[0]))
                    .isNotEmpty()
                    .allSatisfy(option -> assertThat(documentation).as(command).contains(option));
        }
    }
}

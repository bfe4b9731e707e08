package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The chapters of {@code docs/problems.md} come from the bundle and the sources; {@code -Drecount.rewrite=true} writes them anew. */
class ProblemPageTest {

    private static final Path FILE = Path.of("docs/problems.md");

    private static final String BEGIN = "<!-- problems: written by ProblemPageTest -->\n";
    private static final String END = "\n<!-- end -->\n";

    private static final Pattern CODE = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    /** Some codes with one exit status, as a row of a table. */
    private static final Pattern TOLD = Pattern.compile("(?m)^\\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \\| (\\d) \\|");

    /** A row of the page with the exit status 1, whichever code it is about. */
    private static final Pattern REFUSED = Pattern.compile("(?m)^\\| [^|]* \\| 1 \\|.*");

    private static final ProblemPage PROBLEMS = new ProblemPage(ProblemSites.inSources());

    @Test
    void the_page_says_what_the_program_says() throws IOException {
        var page = Files.readString(FILE);
        assertThat(page).contains(BEGIN, END);
        var rewritten = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + PROBLEMS.text()
                + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("recount.rewrite")) {
            Files.writeString(FILE, rewritten);
        }

        assertThat(Files.readString(FILE))
                .as("mvn test -Dtest=ProblemPageTest -Drecount.rewrite=true writes it anew")
                .isEqualTo(rewritten);
    }

    @Test
    void every_code_stands_there_once_in_the_order_of_the_alphabet() {
        var codes = CODE.matcher(PROBLEMS.text())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(codes)
                .hasSizeGreaterThan(100)
                .isSorted()
                .containsExactlyElementsOf(PROBLEMS.codes())
                .containsAll(ProblemPage.special());
    }

    @Test
    void the_page_of_the_command_line_gives_a_code_the_same_exit_status() throws IOException {
        var rows =
                TOLD.matcher(Files.readString(Path.of("docs/cli.md"))).results().toList();

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.group(1).replace("`", "").split(", "))
                        .allSatisfy(code ->
                                assertThat(PROBLEMS.statuses(code)).as(code).contains(row.group(2))));
    }

    @Test
    void nobody_is_told_to_try_again_alone_where_the_exit_status_says_that_it_does_not_help() {
        assertThat(REFUSED.matcher(PROBLEMS.text()).results().map(MatchResult::group))
                .isNotEmpty()
                .noneMatch(row -> row.contains(" Try again."));
    }

    @Test
    void every_text_of_a_problem_stands_below_a_code() {
        assertThat(PROBLEMS.unsaid()).isEmpty();
    }
}

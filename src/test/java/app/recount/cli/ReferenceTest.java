package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.recount.rehearsal.FaultPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The man page and the completion of shells, given to the programs that they are for where these are installed. */
class ReferenceTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"man", "bash", "zsh", "fish"})
    void every_form_names_every_command_and_option(String form) {
        var text = reference(form).replace("\\-", "-");

        assertThat(bench.commands()).hasSizeGreaterThan(30).allSatisfy(command -> {
            assertThat(text).contains(command.path());
            command.options()
                    .forEach(option -> assertThat(option.names())
                            .anySatisfy(name -> assertThat(text)
                                    .contains(name.replaceFirst(form.equals("fish") ? "^--?" : "^$", ""))));
        });
    }

    /** A paragraph would run them together. */
    @Test
    void in_the_man_page_each_fault_is_an_item_of_its_own() {
        assertThat(reference("man"))
                .contains(FaultPlan.choices().stream()
                        .map(choice ->
                                ".TP\n\\fB%s\\fR\n".formatted(choice.name().replace("-", "\\-")))
                        .toList());
    }

    @Test
    void another_form_is_wrong_usage() {
        assertThat(bench.run("reference", "html").status()).isEqualTo(ExitStatus.WRONG_USAGE);
    }

    @Test
    void the_man_page_renders_without_a_warning() throws Exception {
        assumeThat(isThere("groff")).isTrue();

        var answer = run(
                "groff",
                "-man",
                "-Tutf8",
                "-P-cbou",
                "-k",
                "-ww",
                write("man", "recount.1").toString());

        assertThat(answer)
                .contains("SYNOPSIS", "analysis mark", "--stage NAME")
                .doesNotContain("recount.1:"); // groff names the line that it warns of
    }

    @ParameterizedTest
    @CsvSource({
        "\"\", 1, status", // a command
        "analysis ma, 2, mark", // one below it
        "analysis sessions \"\", 3, list", // and below that
        "analysis mark --st, 3, --stage", // an option
        "preview --format \"\", 3, text json body", // words that are known
        "export --format y, 3, yaml",
        "export --format = y, 4, yaml", // as bash takes --format=y apart
        "export --format =, 3, yaml md json csv",
        "reference f, 2, fish"
    })
    void bash_completes(String typed, int position, String expected) throws Exception {
        assumeThat(isThere("bash")).isTrue();

        var script = """
                source '%s'
                COMP_WORDS=(recount %s)
                COMP_CWORD=%d
                _recount
                echo "${COMPREPLY[*]}"
                """.formatted(write("bash", "completion.bash"), typed, position);

        assertThat(List.of(run("bash", "--norc", "-u", "-c", script).split("\\s+", -1)))
                .containsAll(List.of(expected.split(" ", -1)));
    }

    @Test
    void bash_completes_a_file_where_one_belongs() throws Exception {
        assumeThat(isThere("bash")).isTrue();
        Files.createFile(folder.resolve("a memory.db"));

        var script =
                "source '%s'; COMP_WORDS=(recount status --database '%s/a'); COMP_CWORD=3; _recount; echo \"${COMPREPLY[0]}\""
                        .formatted(write("bash", "completion.bash"), folder);

        assertThat(run("bash", "--norc", "-u", "-c", script).strip()).endsWith("/a memory.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zsh", "fish"})
    void other_shells_understand_their_scripts(String shell) throws Exception {
        assumeThat(isThere(shell)).isTrue();

        assertThat(run(shell, "-n", write(shell, "completion." + shell).toString()))
                .isEmpty();
    }

    @Test
    void fish_completes() throws Exception {
        assumeThat(isThere("fish")).isTrue();
        var script = write("fish", "completion.fish");

        assertThat(run("fish", "-N", "-c", "source '%s'; complete -C 'recount analysis ma'".formatted(script)))
                .startsWith("mark\t");
        assertThat(run("fish", "-N", "-c", "source '%s'; complete -C 'recount preview --format b'".formatted(script)))
                .startsWith("body");
    }

    private String reference(String form) {
        var answer = bench.run("reference", form);
        assertThat(answer.status()).as(answer.errors()).isZero();
        return answer.text();
    }

    private Path write(String form, String name) throws IOException {
        return Files.writeString(folder.resolve(name), reference(form));
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** What it prints, to either stream. */
    private String run(String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}

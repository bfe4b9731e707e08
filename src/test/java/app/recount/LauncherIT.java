package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged launcher, run as a process. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final Path RUNNING_JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    @Test
    void it_answers_its_version_from_any_folder() throws Exception {
        var answer = recount("--version")
                .env("RECOUNT_JAVA", RUNNING_JAVA.toString())
                .run();

        assertThat(answer.status()).as(answer.errors()).isZero();
        assertThat(answer.output()).startsWith("recount ");
        assertThat(answer.errors()).isEmpty();
    }

    @Test
    void it_runs_through_a_chain_of_symbolic_links() throws Exception {
        var first = Files.createSymbolicLink(folder.resolve("first"), PackagedRecount.launcher());
        var second = Files.createSymbolicLink(
                folder.resolve("second"), Path.of(first.getFileName().toString()));

        var answer = recount("--version")
                .launcher(second)
                .env("RECOUNT_JAVA", RUNNING_JAVA.toString())
                .run();

        assertThat(answer.status()).as(answer.errors()).isZero();
    }

    @Test
    void a_path_for_cd_does_not_lead_it_astray() throws Exception {
        Files.createDirectories(folder.resolve("elsewhere/bin"));
        var link = Files.createSymbolicLink(
                folder.resolve("image"),
                Path.of(System.getProperty("recount.image", "")).toAbsolutePath());

        var answer = recount("--version")
                .launcher(folder.relativize(link).resolve("bin/recount"))
                .env("RECOUNT_JAVA", RUNNING_JAVA.toString())
                .env("CDPATH", "%s:%s".formatted(folder.resolve("elsewhere"), folder))
                .run();

        assertThat(answer.status()).as(answer.errors()).isZero();
    }

    @Test
    void recount_java_may_name_the_command_itself() throws Exception {
        var command = RUNNING_JAVA.resolve("bin/java").toString();

        assertThat(recount("--version").env("RECOUNT_JAVA", command).run().status())
                .isZero();
    }

    @Test
    void java_home_is_taken_where_nothing_else_is_said() throws Exception {
        assertThat(recount("--version")
                        .env("JAVA_HOME", RUNNING_JAVA.toString())
                        .run()
                        .status())
                .isZero();
    }

    @Test
    void a_java_on_the_path_is_taken_through_its_links() throws Exception {
        var bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), RUNNING_JAVA.resolve("bin/java"));

        assertThat(recount("--version")
                        .env("PATH", bin + ":" + System.getenv("PATH"))
                        .run()
                        .status())
                .isZero();
    }

    @Test
    void a_java_that_is_too_old_is_passed_over() throws Exception {
        var old = javaHome("old", "17.0.15", "exit 99");

        var answer = recount("--version")
                .env("RECOUNT_JAVA", old.toString())
                .env("JAVA_HOME", RUNNING_JAVA.toString())
                .run();

        assertThat(answer.status()).as(answer.errors()).isZero();
    }

    @Test
    void a_newer_java_is_found_where_a_version_manager_installs_it() throws Exception {
        var home = Files.createDirectories(folder.resolve("home"));
        javaHome("home/.jdks/older", "25.0.1", "echo older");
        javaHome("home/.jdks/newer", "99.0.1", "echo newer; cat \"${1#@}\"");

        var answer = recount("--version").env("HOME", home.toString()).run();

        assertThat(answer.output()).startsWith("newer\n").contains("-XX:+UseSerialGC");
    }

    @Test
    void arguments_arrive_as_they_were_given() throws Exception {
        var home = javaHome("echo", "25", "for each; do echo \"[$each]\"; done");

        var answer = recount("preview", "a b", "", "*", "$HOME")
                .env("RECOUNT_JAVA", home.toString())
                .run();

        assertThat(answer.output()).endsWith("[preview]\n[a b]\n[]\n[*]\n[$HOME]\n");
    }

    /** Whichever of them is not installed: Java takes all of them together, and else none. */
    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"})
    @EnabledOnOs(OS.LINUX)
    void a_locale_that_is_not_installed_costs_no_letters_and_is_named_in_the_payload_all_the_same(String variable)
            throws Exception {
        var adding = script("adding", "source add --id s1 --title 'Grün 😀'");
        var answer = recount()
                .launcher(adding)
                .env("RECOUNT_JAVA", RUNNING_JAVA.toString())
                .env(variable, "xx_XX.UTF-8")
                .run();
        assertThat(answer.output()).as(answer.errors()).contains("Grün 😀");

        var asking = script("asking", "preview --data-dir " + demo());
        var preview = recount("--format", "json")
                .launcher(asking)
                .env("RECOUNT_JAVA", RUNNING_JAVA.toString())
                .env(variable, "de_XX.UTF-8")
                .run();
        assertThat(preview.output().contains("\"locale\": \"de-XX\""))
                .as(preview.errors())
                .isEqualTo(!variable.equals("LC_CTYPE"));
    }

    /** As in a terminal that a window opened which was started like that. */
    @Test
    void a_locale_that_a_launcher_before_it_handed_on_does_not_hold_for_another_one_that_is_asked_for()
            throws Exception {
        var home = javaHome("telling", "25", "echo \"${RECOUNT_LC_ALL-none}\"");
        var inherited = recount("preview")
                .env("RECOUNT_JAVA", home.toString())
                .env("RECOUNT_LC_ALL", "de_XX.UTF-8")
                .env("LC_ALL", "C.UTF-8")
                .run();
        var asked = recount("preview")
                .env("RECOUNT_JAVA", home.toString())
                .env("RECOUNT_LC_ALL", "de_XX.UTF-8")
                .env("LC_ALL", "C")
                .run();

        assertThat(inherited.output()).isEqualTo("de_XX.UTF-8\n");
        assertThat(asked.output()).isEqualTo("none\n");
    }

    private Path demo() throws Exception {
        var demo = folder.resolve("demo");
        recount("demo", demo.toString())
                .env("RECOUNT_JAVA", RUNNING_JAVA.toString())
                .run();
        return demo;
    }

    /** The launcher with words that this process, in whatever locale it is, need not pass on. */
    private Path script(String name, String words) throws IOException {
        var script = Files.writeString(
                folder.resolve(name), "#!/bin/sh\nexec '%s' %s \"$@\"\n".formatted(PackagedRecount.launcher(), words));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void a_closed_input_is_an_empty_one() throws Exception {
        var home = javaHome("reading", "25", "cat; echo end");
        var closing = script("closing", "<&-");

        var answer = recount("preview")
                .launcher(closing)
                .env("RECOUNT_JAVA", home.toString())
                .run();

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.output()).isEqualTo("end\n");
    }

    @Test
    void in_a_package_its_own_java_starts_with_the_cache_of_what_is_asked_for() throws Exception {
        javaHome("package/runtime", "25", "for each; do echo \"$each\"; done");
        var lib = Files.createDirectories(folder.resolve("package/lib"));
        var commands = Files.createFile(lib.resolve("commands.aot"));
        var window = Files.createFile(lib.resolve("window.aot"));
        var database = Files.createFile(folder.resolve("some.db"));
        var bin = Files.createDirectories(folder.resolve("package/bin"));
        var launcher = Files.copy(PackagedRecount.launcher(), bin.resolve("recount"));

        assertThat(recount("status").launcher(launcher).run().output())
                .contains("-XX:AOTCache=" + commands, "native\n")
                .doesNotContain("TrimNativeHeap");
        assertThat(recount().launcher(launcher).run().output())
                .contains("-XX:AOTCache=" + window, "-XX:TrimNativeHeapInterval=");
        assertThat(recount(database.toString()).launcher(launcher).run().output())
                .contains("-XX:AOTCache=" + window, "\n" + database);
    }

    @Test
    void without_a_java_it_says_so_in_one_line() throws Exception {
        // a copy of the script that knows no usual places stands for a machine without any
        var script = Files.readString(PackagedRecount.launcher())
                .replaceAll("(?s)    for place in .*?; do\n", "    for place in \"\\${HOME:-}\"/none/*; do\n");
        var copy = folder.resolve("recount");
        Files.writeString(copy, script);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));

        var answer =
                recount("--version").launcher(copy).env("PATH", withoutJava()).run();

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors().lines()).singleElement().asString().contains("no Java 25 or newer found");
    }

    private PackagedRecount recount(String... arguments) {
        return PackagedRecount.with(folder, Map.of("HOME", folder.toString()), arguments);
    }

    /** A folder that looks like a Java of that version, whose command is {@code script}. */
    private Path javaHome(String name, String version, String script) throws IOException {
        var home = folder.resolve(name);
        var command = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(command, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    /** A folder with the few commands that the script needs, and no java. */
    private String withoutJava() throws IOException {
        var bin = Files.createDirectory(folder.resolve("tools"));
        for (var tool : new String[] {"sh", "dirname", "readlink", "uname"}) {
            var system = Path.of("/bin", tool);
            Files.createSymbolicLink(bin.resolve(tool), Files.exists(system) ? system : Path.of("/usr/bin", tool));
        }
        return bin.toString();
    }
}

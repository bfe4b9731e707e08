package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.recount.store.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a program of that name that writes down how it was called. */
@DisabledOnOs(OS.WINDOWS)
class SystemNotificationTest {

    @TempDir
    Path folder;

    private SystemNotification on(String os, String path) {
        return new SystemNotification(new Environment(Map.of("PATH", path), folder, os));
    }

    private Path program(String rights) throws IOException {
        var program = Files.writeString(folder.resolve("notify-send"), """
                #!/bin/sh
                cd "$(dirname "$0")" && printf '%s\\n' "$@" > called.part && mv called.part called
                """);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString(rights));
    }

    private Path called() {
        var called = folder.resolve("called");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(called) && System.nanoTime() < end) {
            LockSupport.parkNanos(4_000_000); // leaves the processor to what is waited for
        }
        return called;
    }

    @Test
    void the_first_program_on_the_path_shows_the_sentence_as_it_is() throws IOException {
        program("rwx------");
        var path = "/nowhere" + File.pathSeparator + folder;

        on("linux", path).show("--help; $(touch x) has ended.");

        assertThat(called()).hasContent("--app-name=Recount\n--\nRecount\n--help; $(touch x) has ended.\n");
    }

    @Test
    void where_there_is_no_such_program_nothing_is_started_and_nothing_fails() {
        var notification = on("linux", folder.toString());

        assertThat(notification.isPossible()).isFalse();
        assertThatCode(() -> notification.show("Sending has ended.")).doesNotThrowAnyException();
    }

    @Test
    void a_file_that_may_not_be_run_is_none() throws IOException {
        program("rw-------");

        assertThat(on("linux", folder.toString()).isPossible()).isFalse();
    }

    @Test
    void a_relative_folder_on_the_path_is_not_searched() throws IOException {
        program("rwx------");
        var relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());

        assertThat(on("linux", relative.toString()).isPossible()).isFalse();
        assertThat(on("linux", folder.toString()).isPossible()).isTrue();
    }

    @Test
    void macos_has_one_of_its_own_and_windows_none() throws IOException {
        program("rwx------");

        assertThat(on("mac os x", "").isPossible()).isTrue();
        assertThat(on("windows 11", folder.toString()).isPossible()).isFalse();
    }
}

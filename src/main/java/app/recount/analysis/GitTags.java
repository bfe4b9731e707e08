package app.recount.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** The tags of a repository by the time they were made, as git tells them. */
final class GitTags {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** v1.2.3 names the version 1.2.3. */
    private static final Pattern VERSION = Pattern.compile("v(?=[0-9])");

    private final NavigableMap<Instant, String> tags;

    private GitTags(NavigableMap<Instant, String> tags) {
        this.tags = tags;
    }

    /**
     * Asks git.
     *
     * @throws ProblemException {@code GIT_MISSING}, {@code GIT_FAILED} or {@code GIT_NO_TAGS}
     */
    static GitTags of(Path repository) {
        return of(repository, PATIENCE);
    }

    /** @param patience after which git is ended: it may wait for a disk or a pipe that never answers */
    static GitTags of(Path repository, Duration patience) {
        var found = new TreeMap<Instant, String>();
        for (var line : ask(repository, patience)) {
            var parts = line.split(" ", 2);
            if (parts.length == 2 && parts[0].matches("[0-9]{1,12}")) {
                // of several tags of one second the last in git's order
                found.put(Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1]);
            }
        }
        if (found.isEmpty()) {
            throw refusal(Problem.of("GIT_NO_TAGS", repository).explained());
        }
        return new GitTags(found);
    }

    /** The version that the newest tag made up to this moment names. */
    Optional<String> versionAt(Instant moment) {
        return Optional.ofNullable(tags.floorEntry(moment))
                .map(Map.Entry::getValue)
                .map(tag -> VERSION.matcher(tag).lookingAt() ? tag.substring(1) : tag);
    }

    private static List<String> ask(Path repository, Duration patience) {
        Process process;
        try {
            process = new ProcessBuilder(
                            "git",
                            "-C",
                            repository.toString(),
                            "for-each-ref",
                            "--sort=creatordate",
                            "--format=%(creatordate:unix) %(refname:strip=2)",
                            "refs/tags")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new ProblemException(Problem.of("GIT_MISSING").because(e).advising(Action.read("installGit")), e);
        }
        var late = new AtomicBoolean();
        var end = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    end(process);
                },
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
        try (var lines = process.inputReader(UTF_8)) {
            var output = new ArrayList<String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
            }
            if (process.waitFor() != 0) {
                throw refusal(Problem.of("GIT_FAILED", repository).because(why(output, late.get())));
            }
            return output;
        } catch (IOException e) {
            if (late.get()) {
                throw refusal(Problem.of("GIT_FAILED", repository).because(why(List.of(), true)));
            }
            throw new ProblemException(Problem.of("GIT_FAILED", repository).because(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal(Problem.of("GIT_FAILED.interrupted", repository).explained());
        } finally {
            end.cancel(false);
            process.destroy();
        }
    }

    /** With what it started, which may hold the other end of its output. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Wording why(List<String> output, boolean late) {
        if (late) {
            return Wording.of("problem.GIT_FAILED.late");
        }
        return output.isEmpty() ? Wording.of("problem.GIT_FAILED.silent") : Wording.verbatim(output.getLast());
    }

    private static ProblemException refusal(Problem problem) {
        return new ProblemException(problem.advising(Action.read("nameRepository")));
    }
}

package app.recount.analysis;

import app.recount.store.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the commit that is checked out around a folder, from git's own files and without git. */
final class GitCommit {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /** A reference may name another one; more than this is a circle. */
    private static final int DEPTH = 5;

    /** References are short, a packed list may be long. */
    private static final int LARGEST = 16 << 20;

    private GitCommit() {}

    /** Empty if the folder is in no repository, or in one without a commit, or if git keeps its references in a way not known here. */
    static Optional<String> of(Path folder) {
        try {
            for (var place = folder.toAbsolutePath().normalize(); place != null; place = place.getParent()) {
                var git = place.resolve(".git");
                if (Files.isDirectory(git)) {
                    return resolve(git, "HEAD", DEPTH);
                }
                if (Files.isRegularFile(git)) {
                    // a worktree or submodule: the file says where
                    var named = text(git).filter(text -> text.startsWith("gitdir:"));
                    var elsewhere = place;
                    return named.isEmpty()
                            ? Optional.empty()
                            : resolve(
                                    elsewhere.resolve(named.get()
                                            .substring("gitdir:".length())
                                            .strip()),
                                    "HEAD",
                                    DEPTH);
                }
            }
            return Optional.empty();
        } catch (IOException | InvalidPathException e) {
            // the commit is an extra; a repository that cannot be read must not keep a run from starting
            return Optional.empty();
        }
    }

    private static Optional<String> resolve(Path git, String reference, int depth) throws IOException {
        if (depth == 0 || reference.contains("..") || reference.startsWith("/")) {
            return Optional.empty();
        }
        var common =
                text(git.resolve("commondir")).map(text -> git.resolve(text)).orElse(git);
        var found = text(git.resolve(reference));
        if (found.isEmpty()) {
            found = text(common.resolve(reference));
        }
        if (found.isEmpty()) {
            return packed(common.resolve("packed-refs"), reference);
        }
        var text = found.get();
        if (text.startsWith("ref:")) {
            return resolve(git, text.substring("ref:".length()).strip(), depth - 1);
        }
        return Optional.of(text).filter(hash -> HASH.matcher(hash).matches());
    }

    private static Optional<String> packed(Path file, String reference) throws IOException {
        return text(file).stream()
                .flatMap(String::lines)
                .filter(line -> line.endsWith(" " + reference))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(hash -> HASH.matcher(hash).matches())
                .findFirst();
    }

    private static Optional<String> text(Path file) throws IOException {
        return Files.isRegularFile(file)
                // git's names are bytes, which need not be UTF-8
                ? Optional.of(new String(SmallFile.read(file, LARGEST), StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }
}

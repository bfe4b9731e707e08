package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCommitTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    @Test
    void a_branch_is_followed_to_its_commit_from_any_folder_below() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", HASH + "\n");

        assertThat(GitCommit.of(Files.createDirectories(folder.resolve("a/b")))).contains(HASH);
    }

    @Test
    void a_commit_that_is_checked_out_itself_is_taken() throws IOException {
        write(".git/HEAD", HASH + "\n");

        assertThat(GitCommit.of(folder)).contains(HASH);
    }

    @Test
    void a_packed_reference_is_found() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/packed-refs", """
                # pack-refs with: peeled fully-peeled sorted
                ffffffffffffffffffffffffffffffffffffffff refs/heads/other/refs/heads/main
                %s refs/heads/main
                ^eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
                """.formatted(HASH));

        assertThat(GitCommit.of(folder)).contains(HASH);
    }

    @Test
    void other_references_may_be_no_utf_8() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/packed-refs", "");
        Files.write(
                folder.resolve(".git/packed-refs"),
                "%s refs/heads/\u00e9t\u00e9\n%s refs/heads/main\n"
                        .formatted(HASH.replace('0', 'f'), HASH)
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(GitCommit.of(folder)).contains(HASH);
    }

    @Test
    void a_worktree_is_followed_to_its_repository() throws IOException {
        write("repository/.git/refs/heads/topic", HASH + "\n");
        write("repository/.git/worktrees/tree/HEAD", "ref: refs/heads/topic\n");
        write("repository/.git/worktrees/tree/commondir", "../..\n");
        write("tree/.git", "gitdir: ../repository/.git/worktrees/tree\n");

        assertThat(GitCommit.of(folder.resolve("tree"))).contains(HASH);
    }

    @Test
    void a_repository_without_a_commit_or_with_nonsense_has_none() throws IOException {
        write("empty/.git/HEAD", "ref: refs/heads/main\n");
        write("circle/.git/HEAD", "ref: HEAD\n");
        write("outside/.git/HEAD", "ref: ../../secret\n");
        write("secret", HASH);
        write("odd/.git/HEAD", "\u0000\u0001");
        Files.createDirectories(folder.resolve("bare/.git"));

        for (var name : new String[] {"empty", "circle", "outside", "odd", "bare"}) {
            assertThat(GitCommit.of(folder.resolve(name))).as(name).isEmpty();
        }
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

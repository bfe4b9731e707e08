package app.recount.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** A walk through a folder that follows no link and passes by what may not be read or has gone meanwhile. */
abstract class CalmWalk extends SimpleFileVisitor<Path> {

    final void through(Path start, int depth) {
        try {
            Files.walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), depth, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // visiting goes on after every failure, so there is none left
        }
    }

    @Override
    public final FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public final FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        return FileVisitResult.CONTINUE;
    }
}

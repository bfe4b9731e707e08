package app.recount.desktop.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Which value each line of painted JSON holds: {@code properties.read_tokens}. For a piece that has few lines, such as one event. */
public final class WirePaths {

    private final List<Optional<String>> paths = new ArrayList<>();

    public WirePaths(WireLines lines) {
        Deque<Optional<String>> above = new ArrayDeque<>();
        for (int line = 0; line < lines.count(); line++) {
            while (above.size() > lines.depth(line)) {
                above.pop();
            }
            var parent = above.isEmpty() ? Optional.<String>empty() : above.peek();
            var path = key(lines.text(line))
                    .map(key -> parent.map(prefix -> prefix + "." + key).orElse(key));
            paths.add(path);
            above.push(path);
        }
    }

    /** Empty for a line without a key. */
    public Optional<String> path(int line) {
        return paths.get(line);
    }

    public Optional<Integer> line(String path) {
        int line = paths.indexOf(Optional.of(path));
        return line < 0 ? Optional.empty() : Optional.of(line);
    }

    private static Optional<String> key(String text) {
        return WireToken.of(text).stream()
                .limit(1)
                .filter(token -> token.kind() == WireToken.Kind.KEY)
                .map(token -> token.text().substring(1, token.text().length() - 1))
                .findFirst();
    }
}

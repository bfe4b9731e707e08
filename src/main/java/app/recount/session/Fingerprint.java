package app.recount.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A short text that is another one as soon as something else was read of a session's logs; a log that only moved gives the same. */
final class Fingerprint {

    private static final char NEXT = ' ';
    private static final char END = '\n';

    private Fingerprint() {}

    static String of(List<KnownLog> logs, @Nullable Usage usage) {
        var text = new StringBuilder();
        for (var log : logs) {
            var content = log.content();
            text.append(log.name().content()).append('\0');
            text.append(content.position().offset()).append(NEXT);
            text.append(content.entries() + content.openEntries()).append(END);
        }
        if (usage != null) {
            usage.own().write(text, NEXT);
            usage.subagents().write(text.append(END), NEXT);
            usage.byModel()
                    .forEach((model, tokens) ->
                            tokens.write(text.append(END).append(model).append('\0'), NEXT));
        }
        return CheckSums.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}

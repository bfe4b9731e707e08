package app.recount.session;

import app.recount.store.Environment;
import app.recount.text.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An agent that nobody has heard of, whose logs are lines of words: {@code call KEY INPUT OUTPUT TIME|- [MODEL]}, {@code folder PATH},
 * {@code session ID}, {@code spoilt}. It counts the bytes that it reads.
 */
final class PaperTool implements AgentTool {

    private static final Pattern NAME =
            Pattern.compile("(?:[^/]+/)*(" + SessionId.PATTERN + "|helper-[a-z]+)\\.log(\\.gz)?");

    final AtomicLong bytesRead = new AtomicLong();
    final AtomicLong filesRead = new AtomicLong();

    /** What happens while a log is read. */
    Runnable meanwhile = () -> {};

    @Override
    public String word() {
        return "paper";
    }

    @Override
    public String label() {
        return "Paper";
    }

    @Override
    public String runTool() {
        return "paper";
    }

    @Override
    public List<Path> roots(Environment environment) {
        return List.of(environment.home().resolve("paper"), environment.home().resolve("paper-archive"));
    }

    @Override
    public Optional<LogName> recognise(Path root, Path file) {
        var match = NAME.matcher(root.relativize(file).toString());
        if (!match.matches()) {
            return Optional.empty();
        }
        var helper = match.group(1).startsWith("helper");
        var folder = String.valueOf(file.resolveSibling(".").normalize().getFileName());
        return Optional.of(new LogName(
                helper ? SessionId.of(folder).orElse(null) : match.group(1),
                helper,
                root.endsWith("paper-archive"),
                match.group(3) != null,
                helper ? folder + "/" + match.group(1) : match.group(1)));
    }

    @Override
    public boolean sharesCalls() {
        return false;
    }

    @Override
    public LogPart read(Path file, LogName name, LogPosition from, Consumer<LogEntry> lines) throws IOException {
        filesRead.incrementAndGet();
        var text = text(file, name, from);
        meanwhile.run();
        var end = text.lastIndexOf('\n') + 1;
        var facts = LogFacts.NONE;
        for (var line : text.substring(0, end).lines().toList()) {
            var words = line.split(" ", -1);
            switch (words[0]) {
                case "call" -> {
                    lines.accept(entry(words));
                    facts = facts.then(new LogFacts(null, null, null, time(words), time(words)));
                }
                case "folder" -> facts = facts.then(new LogFacts(null, words[1], null, null, null));
                case "session" -> facts = facts.then(new LogFacts(words[1], null, null, null, null));
                case "spoilt" -> throw new LogUnreadableException(Wording.verbatim("It is spoilt."));
                default -> {}
            }
        }
        var last = text.substring(end).split(" ", -1);
        var open = last[0].equals("call") && last.length == 6 && last[5].equals(".")
                ? List.of(entry(last))
                : List.<LogEntry>of();
        var read = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        var next = new LogPosition(from.offset() + read, "");
        return new LogPart(name.compressed(), open, facts, next, print(file, name, next), 0, 0);
    }

    private static FilePrint print(Path file, LogName name, LogPosition next) throws IOException {
        try (var channel = LogFile.open(file)) {
            return name.compressed() ? FilePrint.NONE : FilePrint.of(channel, next.offset());
        }
    }

    private String text(Path file, LogName name, LogPosition from) throws IOException {
        try (var in = LogFile.open(file, from.offset());
                var plain = name.compressed() ? new GZIPInputStream(in) : in) {
            return new String(counted(plain), StandardCharsets.UTF_8);
        }
    }

    private byte[] counted(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytesRead.addAndGet(in.transferTo(bytes));
        return bytes.toByteArray();
    }

    private static LogEntry entry(String[] words) {
        return new LogEntry(
                words[1],
                time(words),
                words.length > 5 && !words[5].equals(".") ? words[5] : null,
                false,
                new TokenCount(Long.parseLong(words[2]), 0, 0, 0, Long.parseLong(words[3]), 0, 1),
                null);
    }

    private static @Nullable Instant time(String[] words) {
        return words[4].equals("-") ? null : Instant.parse(words[4]);
    }

    @Override
    public List<Call> calls(List<LogEntries> own, List<LogEntries> parent, Predicate<String> foreign) {
        var calls = new LinkedHashMap<String, Call>();
        for (var log : own) {
            for (var entry : log.entries()) {
                calls.putIfAbsent(
                        entry.key(),
                        new Call(entry.at(), entry.model(), log.subagent(), Objects.requireNonNull(entry.usage())));
            }
        }
        return new ArrayList<>(calls.values());
    }

    /** A compressed form of a log, in place of it. */
    static void compress(Path log) throws IOException {
        var target = log.resolveSibling(log.getFileName() + ".gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(target))) {
            Files.copy(log, out);
        }
    }
}

package app.recount.session;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A thread of Amp: its messages carry their usage; older threads have a ledger of the same calls, with some that no message carries.
 */
final class AmpThread {

    private final List<LogEntry> messages = new ArrayList<>();
    private final Set<String> carriers = new HashSet<>();
    private final List<LedgerEvent> ledger = new ArrayList<>();
    private LogFacts facts = LogFacts.NONE;
    private long place;
    private long broken;

    private record LedgerEvent(LogEntry entry, @Nullable String message) {}

    /** Reads the object on which the parser stands. */
    static AmpThread of(JsonParser json) {
        var thread = new AmpThread();
        LogJson.fields(json, thread::read);
        return thread;
    }

    private void read(String name, JsonParser json) {
        switch (name) {
            case "created" -> take(AmpCall.time(json));
            case "messages" -> LogJson.elements(json, () -> readMessage(json));
            case "usageLedger" -> LogJson.fields(json, this::readLedger);
            case "env" -> LogJson.fields(json, this::readEnvironment);
            default -> json.skipChildren();
        }
    }

    private void readMessage(JsonParser json) {
        var message = AmpCall.message(json);
        take(message.at);
        take(message.sentAt);
        place++;
        broken += message.broken ? 1 : 0;
        if (message.isUsage()) {
            messages.add(message.entry(message.id == null ? "place:" + place : "message:" + message.id));
            if (message.id != null) {
                carriers.add(message.id);
            }
        }
    }

    private void readLedger(String name, JsonParser json) {
        if (name.equals("events")) {
            LogJson.elements(json, () -> readEvent(json));
        } else {
            json.skipChildren();
        }
    }

    private void readEvent(JsonParser json) {
        var event = AmpCall.event(json);
        take(event.at);
        place++;
        broken += event.broken ? 1 : 0;
        if (event.isUsage()) {
            var key = event.id == null ? "place:" + place : "event:" + event.id;
            ledger.add(new LedgerEvent(event.entry(key), event.toMessage));
        }
    }

    private void readEnvironment(String name, JsonParser json) {
        if (name.equals("initial")) {
            LogJson.fields(json, this::readStart);
        } else {
            json.skipChildren();
        }
    }

    private void readStart(String name, JsonParser json) {
        if (name.equals("trees")) {
            LogJson.elements(json, () -> LogJson.fields(json, this::readTree));
        } else {
            json.skipChildren();
        }
    }

    private void readTree(String name, JsonParser json) {
        if (name.equals("uri")) {
            var uri = LogJson.path(json);
            facts = facts.then(new LogFacts(null, uri == null ? null : folder(uri), null, null, null));
        } else {
            json.skipChildren();
        }
    }

    private static @Nullable String folder(String uri) {
        try {
            return uri.startsWith("file:") ? Path.of(URI.create(uri)).toString() : null;
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null; // the folder of another machine, or no folder at all: then none is known
        }
    }

    private void take(@Nullable Instant time) {
        facts = facts.then(new LogFacts(null, null, null, time, time));
    }

    /** The messages' calls, and those of the ledger that none of the messages carries. */
    List<LogEntry> entries() {
        var entries = new ArrayList<>(messages);
        ledger.stream()
                .filter(event -> event.message == null || !carriers.contains(event.message))
                .forEach(event -> entries.add(event.entry));
        return entries;
    }

    LogFacts facts() {
        return facts;
    }

    /** How many calls could not be read. */
    long broken() {
        return broken;
    }
}

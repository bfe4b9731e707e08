package app.recount.payload;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;

/**
 * The uuid of an event: version 5 of {@code installId|event|day}, the same that claude-mem's own backfill gives it, so that the
 * two never double each other.
 */
final class EventId {

    static final UUID NAMESPACE = UUID.fromString("8a9c2f4e-31b7-5d68-9c4a-f02e6d5b8a17");

    private EventId() {}

    /** The uuid of an event; {@code day} is the ISO day of a daily event, and {@code install} for the install event. */
    static UUID of(String installId, String event, String day) {
        // a generator is cheap and not thread-safe: its digest is shared
        NameBasedGenerator generator = Generators.nameBasedGenerator(NAMESPACE);
        return generator.generate("%s|%s|%s".formatted(installId, event, day));
    }
}

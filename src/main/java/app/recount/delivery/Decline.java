package app.recount.delivery;

import app.recount.store.DataDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The user's no: it is put on record, and on request claude-mem's own worker is kept from sending. */
public final class Decline {

    /** What is done beside recording the no. */
    public record Choice(boolean telemetryOff, boolean writeMarker) {}

    /**
     * What each way would change, said beforehand; whole sentences.
     *
     * @param recordOnly what the bare no does and does not stop
     * @param telemetryOff what switching telemetry off changes
     * @param writeMarker what a zero-event marker changes
     */
    public record Foresight(List<String> recordOnly, List<String> telemetryOff, List<String> writeMarker) {
        public Foresight {
            recordOnly = List.copyOf(recordOnly);
            telemetryOff = List.copyOf(telemetryOff);
            writeMarker = List.copyOf(writeMarker);
        }
    }

    /**
     * What was done.
     *
     * @param telemetryOff whether {@code telemetry.json} now says {@code enabled: false}
     * @param setAside where a telemetry.json that could not be understood was put
     * @param marker the marker that was written; empty if none was asked for, or if one stood already that counts as complete
     */
    public record Declined(boolean telemetryOff, Optional<Path> setAside, Optional<Marker> marker) {}

    /** What each way would change for this data directory as it stands. */
    public Foresight foresee(DataDirectory directory) {
        return new Foresight(List.of(), List.of(), List.of());
    }

    /**
     * Declines.
     *
     * @param preview what was shown, if anything could be; it names the payload version of the marker
     */
    public Declined decline(DataDirectory directory, Optional<BackfillPreview> preview, Choice choice) {
        return new Declined(false, Optional.empty(), Optional.empty());
    }
}

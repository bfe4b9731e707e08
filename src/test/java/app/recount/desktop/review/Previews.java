package app.recount.desktop.review;

import app.recount.consent.ConsentChain;
import app.recount.consent.PrivacyReport;
import app.recount.consent.TelemetryConfig;
import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Blocker;
import app.recount.delivery.MarkerState;
import app.recount.delivery.PreviewRequest;
import app.recount.memory.Activity;
import app.recount.memory.DailyRollup;
import app.recount.memory.DayWindow;
import app.recount.memory.Fingerprint;
import app.recount.memory.Fingerprint.FileState;
import app.recount.memory.MemorySchema;
import app.recount.memory.MemorySchema.Column;
import app.recount.memory.MemorySchema.Kind;
import app.recount.memory.MemorySchema.Relation;
import app.recount.memory.ReadMode;
import app.recount.memory.RollupMetric;
import app.recount.memory.SourceTable;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.payload.Directives;
import app.recount.payload.InstallId;
import app.recount.payload.InstallProfile;
import app.recount.payload.Payload;
import app.recount.payload.SealedPayload;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Previews as a reading would make them, of days that each have a few counters. */
record Previews(
        int days,
        String host,
        boolean withoutLocation,
        TelemetryConfig config,
        Map<String, String> environment,
        MarkerState marker,
        List<Blocker> blockedBy,
        InstallId.Origin idOrigin,
        Path directory) {

    static final LocalDate FIRST_DAY = LocalDate.parse("2026-05-11");
    static final String INSTALL_ID = "3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77";

    static Previews days(int days) {
        return new Previews(
                days,
                "https://us.i.posthog.com",
                false,
                new TelemetryConfig.Present(Optional.of(true), INSTALL_ID, ""),
                Map.of(),
                new MarkerState(MarkerState.Kind.ABSENT, Optional.empty(), Optional.empty()),
                List.of(),
                InstallId.Origin.TELEMETRY_JSON,
                Path.of("home", ".claude-mem"));
    }

    Previews to(String otherHost) {
        return new Previews(
                days, otherHost, withoutLocation, config, environment, marker, blockedBy, idOrigin, directory);
    }

    Previews sealedWithoutLocation() {
        return new Previews(days, host, true, config, environment, marker, blockedBy, idOrigin, directory);
    }

    Previews config(TelemetryConfig other) {
        return new Previews(days, host, withoutLocation, other, environment, marker, blockedBy, idOrigin, directory);
    }

    Previews environment(String name, String value) {
        return new Previews(
                days, host, withoutLocation, config, Map.of(name, value), marker, blockedBy, idOrigin, directory);
    }

    Previews provisional() {
        return new Previews(
                days,
                host,
                withoutLocation,
                new TelemetryConfig.Absent(),
                environment,
                marker,
                blockedBy,
                InstallId.Origin.PROVISIONAL,
                directory);
    }

    Previews marker(MarkerState.Kind kind, String content, String version) {
        var state =
                new MarkerState(kind, Optional.of(content), Optional.of(version).filter(text -> !text.isEmpty()));
        return new Previews(days, host, withoutLocation, config, environment, state, blockedBy, idOrigin, directory);
    }

    Previews in(Path otherDirectory) {
        return new Previews(
                days, host, withoutLocation, config, environment, marker, blockedBy, idOrigin, otherDirectory);
    }

    Previews blocked(Blocker... blockers) {
        return new Previews(
                days, host, withoutLocation, config, environment, marker, List.of(blockers), idOrigin, directory);
    }

    BackfillPreview make() {
        var surroundings = new Environment(environment, Path.of("home"), "linux");
        var request = PreviewRequest.of(
                        new DataDirectory(directory, List.of()),
                        Destination.at(host, Destination.Origin.DEFAULT),
                        ApiKey.rehearsal())
                .withoutLocation(withoutLocation);
        var profile = new InstallProfile(
                new LinkedHashMap<>(Map.of("os", "linux", "version", "13.15.3")),
                List.of("runtime", "runtime_version", "node_version"));
        var activity = activity();
        var payload = Payload.of(
                activity, new InstallId(INSTALL_ID, idOrigin), profile, new Directives("1.2.0", withoutLocation));
        var sealed = SealedPayload.seal(payload, request.key());
        return new BackfillPreview(
                request,
                activity,
                profile,
                payload,
                sealed,
                PrivacyReport.of(sealed),
                config,
                new ConsentChain(surroundings).decide(config),
                marker,
                blockedBy.contains(Blocker.DRY_RUN),
                blockedBy);
    }

    private Activity activity() {
        var last = FIRST_DAY.plusDays(days - 1L);
        return new Activity(
                Path.of("home", ".claude-mem", "claude-mem.db"),
                ReadMode.IMMUTABLE,
                new Fingerprint(
                        new FileState(1, FileTime.from(Instant.parse("2026-06-12T09:30:00Z"))),
                        Optional.empty(),
                        Optional.empty()),
                Instant.parse("2026-06-12T09:30:00Z"),
                Optional.of(FIRST_DAY),
                last,
                days == 0 ? Optional.empty() : Optional.of(new DayWindow(FIRST_DAY, last)),
                IntStream.range(0, days).mapToObj(Previews::rollup).toList(),
                List.of(),
                schema(),
                List.of());
    }

    private static DailyRollup rollup(int index) {
        var values = new LinkedHashMap<RollupMetric, BigDecimal>();
        values.put(RollupMetric.OBSERVATION_COUNT, BigDecimal.valueOf(1 + index % 17));
        values.put(RollupMetric.SESSION_COUNT, BigDecimal.valueOf(1 + index % 5));
        values.put(RollupMetric.DISCOVERY_TOKENS, BigDecimal.valueOf(1000L + 137L * index));
        if (index % 4 != 0) {
            values.put(RollupMetric.READ_TOKENS, BigDecimal.valueOf(11));
            values.put(RollupMetric.TOKENS_SAVED_VS_NAIVE, BigDecimal.valueOf(989L + 137L * index));
        }
        return new DailyRollup(
                FIRST_DAY.plusDays(index), values, Map.of(SourceTable.OBSERVATIONS, 1L + index % 17), Map.of());
    }

    private static MemorySchema schema() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("created_at_epoch", "INTEGER", false));
        columns.add(new Column("text", "TEXT", false));
        for (var never : List.of("title", "narrative", "facts", "files_read", "files_modified")) {
            columns.add(new Column(never, "TEXT", false));
        }
        return new MemorySchema(List.of(new Relation("observations", Kind.TABLE, columns)));
    }
}

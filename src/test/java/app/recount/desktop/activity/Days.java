package app.recount.desktop.activity;

import app.recount.consent.ConsentChain;
import app.recount.consent.PrivacyReport;
import app.recount.consent.TelemetryConfig;
import app.recount.delivery.BackfillPreview;
import app.recount.delivery.MarkerState;
import app.recount.delivery.PreviewRequest;
import app.recount.memory.Activity;
import app.recount.memory.ColumnReport;
import app.recount.memory.ColumnReport.Use;
import app.recount.memory.DailyRollup;
import app.recount.memory.DayWindow;
import app.recount.memory.Finding;
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
import app.recount.text.Wording;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Builds previews day by day, through the real payload and sealing. */
final class Days {

    private static final Instant NOW = Instant.parse("2026-06-12T09:30:00Z");

    private final List<DailyRollup> rollups = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final LocalDate first;
    private LocalDate last;

    private Days(LocalDate first) {
        this.first = first;
        this.last = first;
    }

    static Days from(String first) {
        return new Days(LocalDate.parse(first));
    }

    /** A day that sends these counters. */
    Days day(String day, Map<RollupMetric, Long> values) {
        return day(LocalDate.parse(day), values, Map.of());
    }

    Days day(LocalDate day, Map<RollupMetric, Long> values, Map<RollupMetric, Long> withoutValue) {
        var decimals = new java.util.HashMap<RollupMetric, BigDecimal>();
        values.forEach((metric, value) -> decimals.put(metric, BigDecimal.valueOf(value)));
        rollups.add(new DailyRollup(
                day, decimals, Map.of(SourceTable.OBSERVATIONS, 17L, SourceTable.SUMMARIES, 5L), withoutValue));
        return until(day);
    }

    /** The window reaches up to this day, with or without events. */
    Days until(String day) {
        return until(LocalDate.parse(day));
    }

    private Days until(LocalDate day) {
        last = day.isAfter(last) ? day : last;
        return this;
    }

    Days finding(Finding.Code code, String... days) {
        var touched = new TreeSet<LocalDate>();
        for (var day : days) {
            touched.add(LocalDate.parse(day));
        }
        findings.add(new Finding(
                code, 3, Wording.verbatim("rows of some kind"), Wording.verbatim("It means something."), touched));
        return this;
    }

    BackfillPreview preview() {
        var environment = new Environment(Map.of(), Path.of("home"), "linux");
        var directory = new DataDirectory(Path.of("home"), List.of());
        var destination = Destination.find(environment, Optional.empty());
        var key = ApiKey.find(environment, Optional.of("phc_test"));
        var activity = new Activity(
                directory.database(),
                ReadMode.IMMUTABLE,
                new Fingerprint(new FileState(1, FileTime.from(NOW)), Optional.empty(), Optional.empty()),
                NOW,
                Optional.of(first),
                last,
                Optional.of(new DayWindow(first, last)),
                rollups,
                findings,
                schema(),
                List.of());
        var profile = new InstallProfile(Map.of("os", "linux", "secret", "x"), List.of());
        var payload = Payload.of(
                activity,
                new InstallId("3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77", InstallId.Origin.TELEMETRY_JSON),
                profile,
                new Directives("1.2.0", false));
        var config = new TelemetryConfig.Absent();
        var sealed = SealedPayload.seal(payload, key);
        return new BackfillPreview(
                PreviewRequest.of(directory, destination, key),
                activity,
                profile,
                payload,
                sealed,
                PrivacyReport.of(sealed),
                config,
                new ConsentChain(environment).decide(config),
                new MarkerState(MarkerState.Kind.ABSENT, Optional.empty(), Optional.empty()),
                false,
                List.of());
    }

    /** What the program does with the columns of that database. */
    static ColumnReport columns() {
        return new ColumnReport(List.of(
                new ColumnReport.Relation(
                        "observations",
                        Kind.TABLE,
                        List.of(
                                column("id", Use.NEVER),
                                column("text", Use.LENGTH_ONLY),
                                column("type", Use.READ),
                                column("title", Use.NEVER))),
                new ColumnReport.Relation("observations_fts_data", Kind.SHADOW, List.of(column("block", Use.NEVER)))));
    }

    private static ColumnReport.Column column(String name, Use use) {
        return new ColumnReport.Column(name, "", new ColumnReport.Need(use, Set.of(), Set.of()));
    }

    private static MemorySchema schema() {
        return new MemorySchema(List.of(
                new Relation(
                        "observations",
                        Kind.TABLE,
                        List.of(
                                new Column("id", "INTEGER", false),
                                new Column("text", "TEXT", false),
                                new Column("type", "TEXT", false),
                                new Column("title", "TEXT", false))),
                new Relation("observations_fts_data", Kind.SHADOW, List.of(new Column("block", "BLOB", false)))));
    }
}

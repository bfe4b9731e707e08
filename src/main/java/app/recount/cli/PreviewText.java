package app.recount.cli;

import app.recount.delivery.BackfillPreview;
import app.recount.memory.ReadMode;
import app.recount.memory.SourceTable;
import app.recount.memory.TurnGroup;
import app.recount.payload.InstallId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A preview for people, made for 80 columns. */
final class PreviewText {

    private static final int LABEL = 14;

    private final BackfillPreview preview;
    private final boolean allDays;
    private final List<String> lines = new ArrayList<>();

    PreviewText(BackfillPreview preview, boolean allDays) {
        this.preview = preview;
        this.allDays = allDays;
    }

    List<String> lines() {
        describeSource();
        describeDays();
        describeFindings();
        describePayload();
        lines.addAll(PrivacyText.lines(preview));
        describeGates();
        return List.copyOf(lines);
    }

    private void describeSource() {
        var activity = preview.activity();
        label("Database", activity.database().toString());
        label(
                "",
                activity.readMode() == ReadMode.IMMUTABLE
                        ? "read in place, not touched"
                        : "read from a private copy, because it is being written");
        var installId = preview.payload().installId();
        label("Install id", "%s (%s)".formatted(installId.value(), origin(installId.origin())));
        label("Counted", "as of %s, whole UTC days".formatted(activity.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    private static String origin(InstallId.Origin origin) {
        return switch (origin) {
            case OPTION -> "from --install-id";
            case TELEMETRY_JSON -> "from telemetry.json";
            case PROVISIONAL -> "provisional: claude-mem has none yet";
        };
    }

    private void describeDays() {
        lines.add("");
        var activity = preview.activity();
        if (activity.rollups().isEmpty()) {
            lines.addAll(Paragraph.wrap("", "", "No day can be sent: " + whyNoDay()));
            return;
        }
        lines.addAll(DayTable.lines(activity.rollups(), allDays));
    }

    private String whyNoDay() {
        var activity = preview.activity();
        return activity.installDay()
                .map(day -> "the first activity was on %s, and only days up to %s are old enough."
                        .formatted(day, activity.lastFullDay()))
                .orElse("no session and no observation has a time that counts.");
    }

    private void describeFindings() {
        if (preview.activity().findings().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Findings");
        preview.activity()
                .findings()
                .forEach(finding -> lines.addAll(
                        Paragraph.wrap("  • ", "    ", "%s [%s]".formatted(FindingText.of(finding), finding.code()))));
    }

    private void describePayload() {
        lines.add("");
        var payload = preview.payload();
        label(
                "Payload",
                String.format(
                        Locale.ENGLISH,
                        "%,d events, %,d bytes, version %d",
                        preview.sealed().eventCount(),
                        preview.sealed().size(),
                        payload.version()));
        payload.window()
                .ifPresent(window -> label("Days", "%s to %s".formatted(window.installDay(), window.lastFullDay())));
        describeGeneration();
        if (!preview.profile().unknown().isEmpty()) {
            label("Not known", String.join(", ", preview.profile().unknown()) + " (left out, not invented)");
        }
        label("Destination", preview.request().destination().address());
        label(
                "Location",
                preview.request().withoutLocation()
                        ? "the server is asked not to derive one from your address"
                        : "the server adds one from your address (--without-location asks it not to)");
        lines.add("Digest");
        lines.add("  " + preview.sealed().digest());
    }

    /** Which store the figures of generation come from; nothing where there are none, which is the ordinary case. */
    private void describeGeneration() {
        var places = preview.activity().turnsInWindow().stream()
                .collect(Collectors.groupingBy(
                        TurnGroup::store, TreeMap::new, Collectors.summingLong(TurnGroup::turns)));
        if (!places.isEmpty()) {
            label(
                    "Generation",
                    places.entrySet().stream()
                                    .map(place -> String.format(
                                            Locale.ENGLISH,
                                            "%,d %s of %s",
                                            place.getValue(),
                                            place.getValue() == 1 ? "turn" : "turns",
                                            place(place.getKey())))
                                    .collect(Collectors.joining(", "))
                            + " (recount generation says what each day has from where)");
        }
    }

    private static String place(SourceTable store) {
        return store.isInMemory() ? "the memory database" : "recount.db";
    }

    private void describeGates() {
        lines.add("");
        var consent = preview.consent();
        label("Consent", "%s: %s".formatted(consent.allowed() ? "allowed" : "off", consent.detail()));
        label("Marker", preview.marker().kind().text());
        if (preview.sendable()) {
            label("Sendable", "yes, once you approve it by its digest:");
            lines.add("  recount send%s --approve \\".formatted(options()));
            lines.add("    " + preview.sealed().digest());
            return;
        }
        label("Sendable", "no");
        preview.blockedBy()
                .forEach(blocker -> lines.addAll(Paragraph.wrap(
                        "  • ", "    ", "%s [%s]".formatted(BlockerText.of(blocker, preview), blocker))));
    }

    /** Those that a send must repeat, because they change the bytes or where they come from. */
    private String options() {
        return preview.request().withoutLocation() ? " " + CommonOptions.WITHOUT_LOCATION : "";
    }

    private void label(String label, String text) {
        lines.addAll(Paragraph.labelled(label, LABEL, text));
    }
}

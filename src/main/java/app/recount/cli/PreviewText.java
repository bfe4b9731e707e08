package app.recount.cli;

import app.recount.delivery.BackfillPreview;
import app.recount.memory.ReadMode;
import app.recount.memory.SourceTable;
import app.recount.memory.TurnGroup;
import app.recount.payload.InstallId;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A preview for people, made for 80 columns. */
final class PreviewText {

    private static final int LABEL = 14;

    private final BackfillPreview preview;
    private final Optional<Problem> obstacle;
    private final boolean allDays;
    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    /** @param obstacle what stands in the way of sending although no gate is closed */
    PreviewText(BackfillPreview preview, Optional<Problem> obstacle, boolean allDays, Texts texts) {
        this.preview = preview;
        this.obstacle = obstacle;
        this.allDays = allDays;
        this.texts = texts;
    }

    List<String> lines() {
        describeSource();
        describeDays();
        describeFindings();
        describePayload();
        lines.addAll(PrivacyText.lines(preview, texts));
        describeGates();
        return List.copyOf(lines);
    }

    private void describeSource() {
        var activity = preview.activity();
        label("database", activity.database().toString());
        label(
                "",
                activity.readMode() == ReadMode.IMMUTABLE
                        ? texts.get("cli.preview.in-place")
                        : texts.get("cli.preview.copy"));
        var installId = preview.payload().installId();
        label("install-id", texts.get("cli.preview.install-id", installId.value(), origin(installId.origin())));
        label("counted", texts.get("cli.preview.counted", activity.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    private String origin(InstallId.Origin origin) {
        return texts.get("cli.preview.origin." + origin);
    }

    private void describeDays() {
        lines.add("");
        var activity = preview.activity();
        if (activity.rollups().isEmpty()) {
            lines.addAll(Paragraph.wrap("", "", texts.get("cli.preview.no-day", whyNoDay())));
            return;
        }
        lines.addAll(DayTable.lines(activity.rollups(), allDays, texts));
    }

    private String whyNoDay() {
        var activity = preview.activity();
        return activity.installDay()
                .map(day -> texts.get("cli.preview.too-young", day, activity.lastFullDay()))
                .orElse(texts.get("cli.preview.no-time"));
    }

    private void describeFindings() {
        if (preview.activity().findings().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(texts.get("cli.preview.findings"));
        preview.activity()
                .findings()
                .forEach(finding -> lines.addAll(Paragraph.wrap(
                        "  • ", "    ", "%s [%s]".formatted(FindingText.of(finding, texts), finding.code()))));
    }

    private void describePayload() {
        lines.add("");
        var payload = preview.payload();
        label(
                "payload",
                texts.get(
                        "cli.preview.payload",
                        preview.sealed().eventCount(),
                        preview.sealed().size(),
                        payload.version()));
        payload.window()
                .ifPresent(window ->
                        label("days", texts.get("cli.preview.days", window.installDay(), window.lastFullDay())));
        describeGeneration();
        if (!preview.profile().unknown().isEmpty()) {
            label(
                    "not-known",
                    texts.get(
                            "cli.preview.left-out",
                            String.join(", ", preview.profile().unknown())));
        }
        label("destination", preview.request().destination().address());
        label(
                "location",
                preview.request().withoutLocation()
                        ? texts.get("cli.preview.location.off")
                        : texts.get("cli.preview.location.on"));
        lines.add(texts.get("cli.preview.digest"));
        lines.add("  " + preview.sealed().digest());
    }

    /** Which store the figures of generation come from; nothing where there are none, which is the ordinary case. */
    private void describeGeneration() {
        var places = preview.activity().turnsInWindow().stream()
                .collect(Collectors.groupingBy(
                        TurnGroup::store, TreeMap::new, Collectors.summingLong(TurnGroup::turns)));
        if (!places.isEmpty()) {
            label(
                    "generation",
                    texts.get(
                            "cli.preview.generation.hint",
                            places.entrySet().stream()
                                    .map(place ->
                                            texts.get("cli.preview.turns", place.getValue(), place(place.getKey())))
                                    .collect(Collectors.joining(", "))));
        }
    }

    private String place(SourceTable store) {
        return store.isInMemory() ? texts.get("cli.preview.memory-database") : "recount.db";
    }

    private void describeGates() {
        lines.add("");
        var consent = preview.consent();
        label(
                "consent",
                consent.allowed()
                        ? texts.get("cli.consent.allowed", consent.detail())
                        : texts.get("cli.consent.off", consent.detail()));
        label("marker", preview.marker().kind().text());
        if (preview.sendable() && obstacle.isEmpty()) {
            label("sendable", texts.get("cli.preview.sendable.yes"));
            lines.add("  recount send%s --approve \\".formatted(options()));
            lines.add("    " + preview.sealed().digest());
            return;
        }
        label("sendable", texts.get("cli.preview.sendable.no"));
        preview.blockedBy().forEach(blocker -> blocked(BlockerLine.of(blocker, preview, texts), blocker.name()));
        obstacle.ifPresent(problem -> blocked(BlockerLine.sentences(obstacle, texts), problem.code()));
    }

    private void blocked(String why, String code) {
        lines.addAll(Paragraph.wrap("  • ", "    ", "%s [%s]".formatted(why, code)));
    }

    /** Those that a send must repeat, because they change the bytes or where they come from. */
    private String options() {
        return preview.request().withoutLocation() ? " " + CommonOptions.WITHOUT_LOCATION : "";
    }

    private void label(String label, String text) {
        lines.addAll(Paragraph.labelled(label.isEmpty() ? "" : texts.get("cli.preview.label." + label), LABEL, text));
    }
}

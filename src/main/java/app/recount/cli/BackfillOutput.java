package app.recount.cli;

import app.recount.analysis.FieldChange;
import app.recount.analysis.UsageBackfill.Entry;
import app.recount.analysis.UsageBackfill.Plan;
import app.recount.text.Texts;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** What a backfill changed, or would change: every field with its old and its new value. */
final class BackfillOutput {

    private BackfillOutput() {}

    /**
     * Prints the plan.
     *
     * @param dry whether nothing was changed
     * @param skipped what runs lack that were not even looked at
     */
    static void print(Plan plan, boolean dry, String skipped, CommonOptions options, Console console, Texts texts) {
        var amounts = new Amounts(texts);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(plan, dry, json, texts)));
            return;
        }
        for (var entry : plan.entries()) {
            console.line(
                    entry.session() == null
                            ? "%s: %s".formatted(entry.run().id(), texts.say(entry.reason()))
                            : texts.get("cli.backfill.session", entry.run().id(), entry.session(), entry.reason()));
            entry.changes().forEach(change -> console.line("  " + text(change, amounts)));
        }
        int changed = changed(plan);
        console.line(texts.get(
                (dry ? "cli.backfill.dry" : "cli.backfill.done") + (plan.skipped() == 0 ? "" : "-skipped"),
                changed,
                plan.entries().size() - changed,
                plan.skipped(),
                skipped));
        if (dry) {
            console.note(texts.get("cli.backfill.nothing"));
        }
    }

    private static String text(FieldChange change, Amounts amounts) {
        return "%s: %s → %s"
                .formatted(
                        change.field(),
                        Objects.requireNonNullElse(change.before(), amounts.unknown()),
                        Objects.requireNonNullElse(change.after(), amounts.unknown()));
    }

    private static int changed(Plan plan) {
        return (int) plan.entries().stream()
                .filter(entry -> !entry.changes().isEmpty())
                .count();
    }

    private static void write(Plan plan, boolean dry, JsonGenerator json, Texts texts) {
        json.writeStartObject();
        json.writeBooleanProperty("dry_run", dry);
        json.writeNumberProperty("changed", changed(plan));
        json.writeNumberProperty("unchanged", plan.entries().size() - changed(plan));
        json.writeNumberProperty("skipped", plan.skipped());
        json.writeArrayPropertyStart("runs");
        plan.entries().forEach(entry -> write(entry, json, texts));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Entry entry, JsonGenerator json, Texts texts) {
        json.writeStartObject();
        json.writeStringProperty("id", entry.run().id());
        json.writeStringProperty("session", entry.session());
        json.writeStringProperty("reason", texts.say(entry.reason()));
        json.writeArrayPropertyStart("changes");
        for (var change : entry.changes()) {
            json.writeStartObject();
            json.writeStringProperty("field", change.field());
            json.writeStringProperty("before", change.before());
            json.writeStringProperty("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}

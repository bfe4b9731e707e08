package app.recount.cli;

import app.recount.consent.DisclosureText;
import app.recount.consent.PublishedDisclosure;
import app.recount.consent.PublishedDisclosure.Difference;
import app.recount.consent.ReidentificationFlag;
import app.recount.consent.ReidentificationText;
import app.recount.delivery.BackfillPreview;
import app.recount.text.Texts;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The same as {@link PrivacyText}, for scripts; names and order are a promise. */
final class PrivacyJson {

    private final JsonGenerator json;
    private final DisclosureText disclosure;
    private final ReidentificationText flags;

    PrivacyJson(JsonGenerator json, Texts texts) {
        this.json = json;
        this.disclosure = new DisclosureText(texts);
        this.flags = new ReidentificationText(texts);
    }

    void write(BackfillPreview preview) {
        json.writeObjectPropertyStart("disclosure");
        json.writeStringProperty("page", PublishedDisclosure.PAGE_DATE);
        json.writeArrayPropertyStart("differences");
        preview.privacy().differences().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayPropertyStart("flags");
        preview.privacy().flags().forEach(this::write);
        json.writeEndArray();
    }

    private void write(Difference difference) {
        json.writeStartObject();
        json.writeStringProperty("kind", difference.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("subject", difference.subject().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("keys");
        difference.keys().forEach(json::writeString);
        json.writeEndArray();
        json.writeNumberProperty("events", difference.events());
        json.writeStringProperty("message", disclosure.why(difference));
        json.writeEndObject();
    }

    private void write(ReidentificationFlag flag) {
        json.writeStartObject();
        json.writeStringProperty("code", flag.code().name());
        json.writeBooleanProperty("avoidable", flag.code().isAvoidable());
        json.writeNumberProperty("events", flag.events());
        json.writeObjectPropertyStart("values");
        flag.values().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeArrayPropertyStart("days");
        for (var day : flag.days()) {
            json.writeStartObject();
            json.writeStringProperty("day", day.day().toString());
            json.writeObjectPropertyStart("counters");
            day.counters().forEach((counter, value) -> {
                json.writeName(counter);
                json.writeNumber(value.toPlainString());
            });
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("message", flags.message(flag));
        json.writeStringProperty("remedy", flags.remedy(flag));
        json.writeEndObject();
    }
}

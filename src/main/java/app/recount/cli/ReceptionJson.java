package app.recount.cli;

import app.recount.rehearsal.Reception;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A request that reached the rehearsal receiver, for scripts. */
final class ReceptionJson {

    private ReceptionJson() {}

    static void write(Reception reception, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("number", reception.number());
        json.writeStringProperty("at", reception.at().toString());
        json.writeStringProperty("method", reception.method());
        json.writeStringProperty("path", reception.path());
        json.writeNumberProperty("bytes", reception.body().length());
        json.writeStringProperty("digest", reception.body().digest());
        json.writeNumberProperty("events", reception.events());
        json.writeName("status");
        if (reception.status().isPresent()) {
            json.writeNumber(reception.status().getAsInt());
        } else {
            json.writeNull();
        }
        json.writeArrayPropertyStart("findings");
        for (var finding : reception.findings()) {
            json.writeStartObject();
            json.writeStringProperty("code", finding.code().name());
            json.writeStringProperty("effect", finding.code().effect().name().toLowerCase(Locale.ROOT));
            json.writeNumberProperty("count", finding.count());
            json.writeStringProperty("example", finding.example());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}

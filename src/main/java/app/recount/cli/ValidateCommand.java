package app.recount.cli;

import app.recount.analysis.RunFinding;
import app.recount.analysis.RunFinding.Severity;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** {@code validate}: checks all runs against the rules. */
final class ValidateCommand implements Command {

    private final Services services;

    ValidateCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "validate";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var findings = services.tracking().analyses().rules().check();
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(findings, json)));
        } else {
            findings.forEach(finding -> console.line("%s %s%s: %s"
                    .formatted(
                            finding.severity(),
                            finding.code(),
                            finding.run().isEmpty() ? "" : " " + finding.run(),
                            services.texts().say(finding.message()))));
            console.line(services.texts()
                    .get("cli.validate.total", count(findings, Severity.ERROR), count(findings, Severity.WARN)));
        }
        return count(findings, Severity.ERROR) == 0 ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private static long count(List<RunFinding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private void write(List<RunFinding> findings, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("errors", count(findings, Severity.ERROR));
        json.writeNumberProperty("warnings", count(findings, Severity.WARN));
        json.writeArrayPropertyStart("findings");
        for (var finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("code", finding.code());
            json.writeStringProperty("run", finding.run().isEmpty() ? null : finding.run());
            json.writeStringProperty("message", services.texts().say(finding.message()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}

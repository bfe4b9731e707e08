package app.recount.report;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisRun.Identity;
import app.recount.analysis.RunTool;
import app.recount.analysis.Stage;
import app.recount.report.RawEntry.RawValue;
import app.recount.text.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a run of the fields of one entry. What a program of another version does not write is not known; what it writes besides is left out. */
final class RunReading {

    /** Usually ANALYSIS-2026-001; others are let through as long as they are one plain word. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][\\w.-]{0,99}");

    private static final Pattern YEAR = Pattern.compile("ANALYSIS-(?!0000)(\\d{4})-\\d+");

    private static final Pattern SESSION =
            Pattern.compile("(?:T-)?(\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12})");

    private final RawEntry entry;
    private final FieldReading fields;
    private final List<Wording> notices = new ArrayList<>();

    private RunReading(RawEntry entry) {
        this.entry = entry;
        this.fields = new FieldReading(entry);
    }

    /**
     * Reads one entry.
     *
     * @param passes the highest pass of each source so far that has one behind it; updated
     */
    static ImportEntry read(RawEntry entry, Map<String, Integer> passes) {
        var reading = new RunReading(entry);
        try {
            return new ImportEntry.Understood(reading.run(passes), reading.notices);
        } catch (FieldException e) {
            return new ImportEntry.Unreadable(entry.name(), e.fault());
        }
    }

    private AnalysisRun run(Map<String, Integer> passes) throws FieldException {
        var id = id();
        var source = fields.required(RunField.SOURCE_ID);
        var stages = stages();
        noteUnknownFields();
        int pass = pass(source, passes);
        var status = fields.required(RunField.STATUS);
        var tool = tool(fields.required(RunField.TOOL));
        return new AnalysisRun(
                new Identity(id, source, pass, tool),
                status,
                description(),
                times(id),
                tokens(),
                session(),
                stages.stages(),
                stages.fault(),
                new AnalysisRun.Inputs(
                        fields.words(RunField.INPUTS_SOURCE_IDS), fields.words(RunField.INPUTS_ANALYSIS_IDS)),
                new AnalysisRun.Claims(fields.words(RunField.CLAIMS_EXTRACTED), fields.words(RunField.CLAIMS_UPDATED)));
    }

    private String id() throws FieldException {
        var id = fields.required(RunField.ID);
        if (!ID.matcher(id).matches()) {
            throw new FieldException(RunField.ID, "noId");
        }
        return id;
    }

    private int pass(String source, Map<String, Integer> passes) throws FieldException {
        var told = fields.whole(RunField.PASS);
        if (told != null && (told < 0 || told > Identity.LAST_PASS)) {
            throw new FieldException(RunField.PASS, "outOfRange");
        }
        int pass = told == null ? passes.getOrDefault(source, 0) + 1 : told.intValue();
        if (pass < Identity.LAST_PASS) {
            passes.merge(source, pass, Math::max);
        }
        return pass;
    }

    private static String tool(String word) {
        return RunTool.of(word).map(RunTool::word).orElse(word);
    }

    private AnalysisRun.Description description() throws FieldException {
        return new AnalysisRun.Description(
                fields.text(RunField.ANALYSIS_FILE),
                fields.text(RunField.COMMAND),
                fields.text(RunField.MODEL),
                fields.text(RunField.FRAMEWORK_VERSION),
                fields.text(RunField.METHODOLOGY_VERSION),
                fields.text(RunField.NOTES),
                fields.text(RunField.GIT_COMMIT));
    }

    private AnalysisRun.Times times(String id) throws FieldException {
        var started = fields.instant(RunField.STARTED_AT);
        var completed = fields.instant(RunField.COMPLETED_AT);
        var created = Optional.ofNullable(fields.instant(RunField.CREATED_AT))
                .or(() -> Optional.ofNullable(started))
                .or(() -> Optional.ofNullable(completed))
                .orElseGet(() -> yearOf(id));
        return new AnalysisRun.Times(started, completed, fields.whole(RunField.DURATION_SECONDS), created);
    }

    private Instant yearOf(String id) {
        var matcher = YEAR.matcher(id);
        int year = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 1970;
        notices.add(Wording.of("import.notice.noTime", year));
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private AnalysisRun.Tokens tokens() throws FieldException {
        return new AnalysisRun.Tokens(
                fields.whole(RunField.TOKENS_IN),
                fields.whole(RunField.TOKENS_OUT),
                fields.whole(RunField.TOTAL_TOKENS),
                fields.whole(RunField.TOKENS_BASELINE),
                fields.whole(RunField.TOKENS_FINAL),
                fields.whole(RunField.TOKENS_CHECK),
                fields.decimal(RunField.COST_USD));
    }

    private AnalysisRun.SessionLink session() throws FieldException {
        return new AnalysisRun.SessionLink(
                fields.text(RunField.USAGE_PROVIDER),
                fields.text(RunField.USAGE_MODE),
                sessionId(fields.text(RunField.USAGE_SESSION_ID)),
                null,
                null,
                null,
                null,
                null);
    }

    /** A session is named by its UUID; a path would tell of the machine that it came from. */
    private @Nullable String sessionId(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var matcher = SESSION.matcher(written.strip());
        if (matcher.matches()) {
            return matcher.group(1).toLowerCase(Locale.ROOT);
        }
        notices.add(Wording.of("import.notice.sessionId"));
        return null;
    }

    private record Stages(List<Stage> stages, @Nullable String fault) {}

    private Stages stages() {
        var text = switch (entry.value(RunField.STAGES_JSON)) {
            case RawValue.Nothing _ -> "";
            case RawValue.Scalar scalar -> scalar.text();
            case RawValue.Structure structure -> structure.json();
        };
        var read = StagesJson.read(text);
        if (read.isEmpty()) {
            notices.add(Wording.of("import.notice.stages"));
            return new Stages(List.of(), text);
        }
        read.get().leftOut().forEach(name -> notices.add(Wording.of("import.notice.stageField", name)));
        return new Stages(read.get().stages(), null);
    }

    private void noteUnknownFields() {
        entry.fields().keySet().stream()
                .filter(name -> RunField.byKey(name).isEmpty())
                .forEach(name -> notices.add(Wording.of("import.notice.field", name)));
    }
}

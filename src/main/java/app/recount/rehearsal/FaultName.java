package app.recount.rehearsal;

import app.recount.rehearsal.Fault.Before;
import app.recount.rehearsal.Fault.Cut;
import app.recount.rehearsal.Fault.Moment;
import app.recount.rehearsal.Fault.Part;
import app.recount.rehearsal.Fault.Silence;
import app.recount.rehearsal.Fault.Slow;
import app.recount.text.Wording;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** The faults by the names that a command line gives them; {@code http-NNN} stands for every status. */
enum FaultName {
    OK(Fault.none()),
    STATUS_1(Fault.json(200, "{\"status\":1}")),
    HTTP,
    QUOTA_LIMITED(Fault.quotaLimited()),
    PORTAL(Fault.portal()),
    EMPTY(Fault.emptyAnswer()),
    OTHER_JSON(Fault.json(200, "{\"ok\":true}")),
    BROKEN_JSON(Fault.json(200, "{\"status\":\"Ok\"")),
    ENDLESS(new Fault.Endless()),
    NOT_HTTP(new Fault.NotHttp()),
    CUT_BEFORE_READING(new Cut(Moment.BEFORE_READING)),
    CUT_WHILE_READING(new Cut(Moment.WHILE_READING)),
    CUT_AFTER_READING(new Cut(Moment.AFTER_READING)),
    RESET_AFTER_READING(new Cut(Moment.RESET_AFTER_READING)),
    CUT_IN_HEADERS(new Cut(Moment.IN_HEADERS)),
    CUT_IN_BODY(new Cut(Moment.IN_BODY)),
    SLOW_READING(slow(Part.READING, 200)),
    SLOW_ANSWER(slow(Part.ANSWER, 5000)),
    SLOW_HEADERS(slow(Part.HEADERS, 200)),
    SLOW_BODY(slow(Part.BODY, 200)),
    NEVER_READING(new Silence(Before.READING)),
    NEVER_ANSWERING(new Silence(Before.ANSWERING));

    /** In place of a number that was not given. */
    static final int UNSAID = -1;

    private static final Pattern STATUS = Pattern.compile("http-([2-5]\\d\\d)");

    private final Optional<Fault> fixed;
    private final Optional<IntFunction<Fault>> numbered;

    FaultName() {
        this(Optional.empty(), Optional.empty());
    }

    FaultName(Fault fixed) {
        this(Optional.of(fixed), Optional.empty());
    }

    FaultName(IntFunction<Fault> numbered) {
        this(Optional.empty(), Optional.of(numbered));
    }

    FaultName(Optional<Fault> fixed, Optional<IntFunction<Fault>> numbered) {
        this.fixed = fixed;
        this.numbered = numbered;
    }

    private static IntFunction<Fault> slow(Part part, int usualMillis) {
        return millis -> new Slow(part, Duration.ofMillis(millis == UNSAID ? usualMillis : millis));
    }

    /** The fault of that name, if there is one and a number may follow it where one does. */
    static Optional<Fault> fault(String name, int number) {
        var status = STATUS.matcher(name);
        if (status.matches()) {
            return Optional.of(http(Integer.parseInt(status.group(1)), number));
        }
        return Arrays.stream(values())
                .filter(each -> each.written().equals(name))
                .findFirst()
                .flatMap(each -> each.with(number));
    }

    private static Fault http(int status, int number) {
        if (number == UNSAID) {
            return Fault.status(status);
        }
        return status == 413 ? new Fault.TooLarge(number) : Fault.retryAfter(status, number);
    }

    private Optional<Fault> with(int number) {
        return number == UNSAID && fixed.isPresent() ? fixed : numbered.map(make -> make.apply(number));
    }

    static List<FaultPlan.Choice> choices() {
        return Arrays.stream(values())
                .map(each -> new FaultPlan.Choice(each.written() + each.suffix(), Wording.of("fault." + each)))
                .toList();
    }

    private String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String suffix() {
        return this == HTTP ? "-NNN[=N]" : numbered.isPresent() ? "[=N]" : "";
    }
}

package app.recount.rehearsal;

import app.recount.rehearsal.Fault.Before;
import app.recount.rehearsal.Fault.Cut;
import app.recount.rehearsal.Fault.Moment;
import app.recount.rehearsal.Fault.Part;
import app.recount.rehearsal.Fault.Silence;
import app.recount.rehearsal.Fault.Slow;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** The faults by the names that a command line gives them; {@code http-NNN} stands for every status. */
enum FaultName {
    OK("The request is checked and accepted or refused, as PostHog would.", Fault.none()),
    STATUS_1("200 with the other body that means accepted.", Fault.json(200, "{\"status\":1}")),
    HTTP("That status, 200 to 599; =N adds “Retry-After: N”, but for 413 it is the size above which it is answered."),
    QUOTA_LIMITED("200, but the events were dropped.", Fault.quotaLimited()),
    PORTAL("200 with the web page of a network that wants a login.", Fault.portal()),
    EMPTY("200 with no body.", Fault.emptyAnswer()),
    OTHER_JSON("200 with JSON that is not PostHog's.", Fault.json(200, "{\"ok\":true}")),
    BROKEN_JSON("200 with half a JSON object.", Fault.json(200, "{\"status\":\"Ok\"")),
    ENDLESS("200 with a body that does not end.", new Fault.Endless()),
    NOT_HTTP("An answer that is not HTTP.", new Fault.NotHttp()),
    CUT_BEFORE_READING("Closes before reading anything.", new Cut(Moment.BEFORE_READING)),
    CUT_WHILE_READING("Closes within the request.", new Cut(Moment.WHILE_READING)),
    CUT_AFTER_READING("Reads the request and closes without an answer.", new Cut(Moment.AFTER_READING)),
    RESET_AFTER_READING("Reads the request and resets the connection.", new Cut(Moment.RESET_AFTER_READING)),
    CUT_IN_HEADERS("Closes within the answer's headers.", new Cut(Moment.IN_HEADERS)),
    CUT_IN_BODY("Closes within the answer's body.", new Cut(Moment.IN_BODY)),
    SLOW_READING("Reads a kilobyte every N ms (200).", slow(Part.READING, 200)),
    SLOW_ANSWER("Waits N ms (5000) before it answers.", slow(Part.ANSWER, 5000)),
    SLOW_HEADERS("Answers a byte of the headers every N ms (200).", slow(Part.HEADERS, 200)),
    SLOW_BODY("Answers a byte of the body every N ms (200).", slow(Part.BODY, 200)),
    NEVER_READING("Accepts the connection and reads nothing.", new Silence(Before.READING)),
    NEVER_ANSWERING("Reads the request and never answers.", new Silence(Before.ANSWERING));

    /** In place of a number that was not given. */
    static final int UNSAID = -1;

    private static final Pattern STATUS = Pattern.compile("http-([2-5]\\d\\d)");

    private final String meaning;
    private final Optional<Fault> fixed;
    private final Optional<IntFunction<Fault>> numbered;

    FaultName(String meaning) {
        this(meaning, Optional.empty(), Optional.empty());
    }

    FaultName(String meaning, Fault fixed) {
        this(meaning, Optional.of(fixed), Optional.empty());
    }

    FaultName(String meaning, IntFunction<Fault> numbered) {
        this(meaning, Optional.empty(), Optional.of(numbered));
    }

    FaultName(String meaning, Optional<Fault> fixed, Optional<IntFunction<Fault>> numbered) {
        this.meaning = meaning;
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
                .map(each -> new FaultPlan.Choice(each.written() + each.suffix(), each.meaning))
                .toList();
    }

    private String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String suffix() {
        return this == HTTP ? "-NNN[=N]" : numbered.isPresent() ? "[=N]" : "";
    }
}

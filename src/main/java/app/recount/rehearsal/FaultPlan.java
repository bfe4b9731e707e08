package app.recount.rehearsal;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which fault each request meets.
 *
 * @param first for the first requests, in order
 * @param then for every later one
 */
public record FaultPlan(List<Fault> first, Fault then) {

    private static final Pattern STEP = Pattern.compile("([a-z]+(?:-[a-z0-9]+)*)(?:=(\\d{1,9}))?(?:\\*(\\d{1,3}))?");

    public FaultPlan {
        first = List.copyOf(first);
    }

    /** Every request meets the same. */
    public static FaultPlan always(Fault fault) {
        return new FaultPlan(List.of(), fault);
    }

    /** One fault for each of the first requests, none for the later ones. */
    public static FaultPlan firstly(Fault... faults) {
        return new FaultPlan(List.of(faults), Fault.none());
    }

    /** The first {@code times} requests fail, the later ones do not. */
    public static FaultPlan times(int times, Fault fault) {
        return new FaultPlan(Collections.nCopies(times, fault), Fault.none());
    }

    /**
     * Understands a plan as it is written on a command line: {@code http-503} for every request, {@code http-503*2} for the first two,
     * {@code http-429=3,cut-after-reading,ok} one after the other. After the last one nothing fails any more.
     *
     * @throws ProblemException {@code FAULT_UNKNOWN}
     */
    public static FaultPlan parse(String text) {
        var steps = new ArrayList<Fault>();
        boolean counted = text.contains(",") || text.contains("*");
        for (var part : text.strip().split(",", -1)) {
            var step = STEP.matcher(part.strip());
            if (!step.matches()) {
                throw unknown(part);
            }
            steps.addAll(Collections.nCopies(count(step), fault(step)));
        }
        return counted ? new FaultPlan(steps, Fault.none()) : always(steps.getFirst());
    }

    private static int count(Matcher step) {
        return step.group(3) == null ? 1 : Integer.parseInt(step.group(3));
    }

    private static Fault fault(Matcher step) {
        var number = step.group(2) == null ? FaultName.UNSAID : Integer.parseInt(step.group(2));
        return FaultName.fault(step.group(1), number).orElseThrow(() -> unknown(step.group()));
    }

    private static ProblemException unknown(String part) {
        return new ProblemException(Problem.of("FAULT_UNKNOWN", part.strip())
                .advising(Action.read(
                        "useFault", choices().stream().map(Choice::name).collect(Collectors.joining(", ")))));
    }

    /**
     * A fault that {@link #parse} knows.
     *
     * @param name as it is written; {@code =N} if a number may follow
     * @param meaning one sentence
     */
    public record Choice(String name, Wording meaning) {}

    /** Everything that {@link #parse} knows, for help texts and menus. */
    public static List<Choice> choices() {
        return FaultName.choices();
    }

    /** The fault for the {@code number}th request, counted from 1. */
    public Fault forRequest(int number) {
        return number <= first.size() ? first.get(number - 1) : then;
    }
}

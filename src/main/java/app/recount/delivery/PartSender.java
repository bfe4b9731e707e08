package app.recount.delivery;

import app.recount.delivery.Outcome.Acknowledgement;
import app.recount.payload.Destination;
import app.recount.payload.SealedPayload;
import app.recount.problem.Problem;
import app.recount.text.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings one part to the server, with as many attempts as the policy allows, each with the same bytes. */
final class PartSender {

    /** Of an answer so many characters are kept; PostHog's have some hundred. */
    private static final int KEPT_ANSWER = 2048;

    /** Of a yes less is worth keeping: there can be one for each event, and all of them stand in one file. */
    private static final int KEPT_YES = 128;

    private final HttpWire wire;
    private final Destination destination;
    private final RetryPolicy policy;
    private final Pause pause;
    private final Clock clock;
    private final Supplier<Optional<Stop>> lastLook;
    private final SendWatch watch;

    PartSender(
            HttpWire wire,
            Destination destination,
            RetryPolicy policy,
            Pause pause,
            Clock clock,
            Supplier<Optional<Stop>> lastLook,
            SendWatch watch) {
        this.wire = wire;
        this.destination = destination;
        this.policy = policy;
        this.pause = pause;
        this.clock = clock;
        this.lastLook = lastLook;
        this.watch = watch;
    }

    /** How it ended for a part. */
    sealed interface End {
        record Taken(Acknowledgement acknowledgement) implements End {}

        record TooLarge(String answer) implements End {}

        record Stopped(Stop stop) implements End {}
    }

    /**
     * The whole effort for a part.
     *
     * @param requests how many requests reached the server's side of a connection
     * @param unanswered whether bytes left in an attempt that got no answer, or only a gateway's
     * @param record for the receipt; empty if not even one attempt was made
     */
    record Effort(End end, int requests, boolean unanswered, Optional<Receipt.Part> record) {}

    /**
     * Tries until it is known.
     *
     * @param remaining events that are not acknowledged yet, those of this part included
     */
    Effort send(SealedPayload part, int remaining) {
        return new Attempts(part, remaining).run();
    }

    private final class Attempts {

        private final SealedPayload part;
        private final int remaining;
        private final long start = System.nanoTime();
        private int attempt = 1;
        private int requests;
        private boolean unanswered;
        private Optional<Receipt.Part> record = Optional.empty();

        Attempts(SealedPayload part, int remaining) {
            this.part = part;
            this.remaining = remaining;
        }

        Effort run() {
            while (true) {
                var closed = watch.isCancelled() ? Optional.of(Stop.cancelled()) : lastLook.get();
                if (closed.isPresent()) {
                    return end(new End.Stopped(closed.get()));
                }
                watch.report(new SendStep.Sending(part.eventCount(), remaining, attempt, policy.attempts()));
                var reply = wire.post(destination, part.body(), part.digest(), watch::isCancelled);
                note(reply);
                switch (AnswerRules.judge(reply)) {
                    case Verdict.Acknowledged yes -> {
                        return end(new End.Taken(acknowledgement(yes, reply)));
                    }
                    case Verdict.TooLarge large -> {
                        return end(new End.TooLarge(bounded(large.answer())));
                    }
                    case Verdict.Refused no -> {
                        return end(new End.Stopped(Stop.server(no.problem(), bounded(no.answer()), no.settles())));
                    }
                    case Verdict.NotAllowed not -> {
                        return end(new End.Stopped(Stop.here(not.problem())));
                    }
                    case Verdict.Passing passing -> {
                        if (!waitAfter(passing)) {
                            return end(new End.Stopped(stop(passing)));
                        }
                    }
                }
                attempt++;
            }
        }

        private void note(Reply reply) {
            switch (reply) {
                case Reply.Answer _, Reply.NoAnswer _ -> requests++;
                case Reply.NotAllowed _, Reply.NotSent _ -> {}
            }
            unanswered |= AnswerRules.leavesOpen(reply);
            record = Optional.of(new Receipt.Part(
                    part.digest(),
                    part.eventCount(),
                    part.size(),
                    reply instanceof Reply.Answer answer ? Optional.of(answer.status()) : Optional.empty(),
                    reply instanceof Reply.Answer answer ? bounded(answer.body()) : "",
                    attempt - 1,
                    reply.millis()));
        }

        private boolean waitAfter(Verdict.Passing passing) {
            var now = clock.instant();
            var elapsed = Duration.ofNanos(System.nanoTime() - start);
            var length = policy.pauseAfter(attempt, passing.retryAfter(), now, elapsed);
            if (length.isEmpty() || watch.isCancelled()) {
                return false;
            }
            watch.report(new SendStep.Pausing(
                    attempt,
                    policy.attempts(),
                    now.plus(length.get()),
                    passing.problem().message()));
            pause.pass(length.get(), watch::isCancelled);
            return true;
        }

        private Stop stop(Verdict.Passing passing) {
            return watch.isCancelled()
                    ? Stop.cancelled()
                    : Stop.unreachable(
                            after(passing.problem(), passing.retryAfter()),
                            passing.status().map(_ -> bounded(passing.answer())));
        }

        private Problem after(Problem problem, Optional<String> retryAfter) {
            var tries = Wording.of("wire.attempts", attempt);
            return problem.because(retryAfter
                    .map(time -> Wording.sentences(tries, Wording.of("wire.asked", time)))
                    .orElse(tries));
        }

        private Acknowledgement acknowledgement(Verdict.Acknowledged yes, Reply reply) {
            return new Acknowledgement(
                    part.digest(),
                    part.eventCount(),
                    part.size(),
                    attempt - 1,
                    yes.status(),
                    bounded(yes.answer(), KEPT_YES),
                    reply.millis());
        }

        private Effort end(End end) {
            return new Effort(end, requests, unanswered, record);
        }
    }

    private static String bounded(String answer) {
        return bounded(answer, KEPT_ANSWER);
    }

    private static String bounded(String answer, int length) {
        return answer.codePointCount(0, answer.length()) <= length
                ? answer
                : answer.substring(0, answer.offsetByCodePoints(0, length)) + "…";
    }
}

package app.recount.delivery;

import app.recount.consent.Approval;
import app.recount.delivery.Outcome.Acknowledgement;
import app.recount.delivery.TakenPart.Range;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is on file about one approved payload, beside its bytes.
 *
 * @param dataDirectory whose history it is, by its real path
 * @param taken the parts that were acknowledged
 * @param mayHaveArrived whether bytes of a part that is not acknowledged have left
 * @param problem how the last sending ended, if it did not end well
 * @param since when it got into this phase
 */
record KeptDelivery(
        Approval approval,
        Path dataDirectory,
        Phase phase,
        List<TakenPart> taken,
        boolean mayHaveArrived,
        Optional<KeptProblem> problem,
        Instant since) {

    /** How far it got; the text is the one in the file. */
    enum Phase {
        APPROVED("approved", true),
        SENDING("sending", true),
        UNKNOWN("unknown", true),
        ACKNOWLEDGED("acknowledged", true),
        DELIVERED("delivered", false),
        REFUSED("refused", false),
        /** A marker stands that somebody else wrote. */
        SUPERSEDED("superseded", false);

        private final String text;
        private final boolean waits;

        Phase(String text, boolean waits) {
            this.text = text;
            this.waits = waits;
        }

        String text() {
            return text;
        }
    }

    KeptDelivery {
        taken = List.copyOf(taken);
    }

    static KeptDelivery approved(Approval approval, Path dataDirectory) {
        return new KeptDelivery(
                approval, dataDirectory, Phase.APPROVED, List.of(), false, Optional.empty(), approval.approvedAt());
    }

    KeptDelivery sending(Instant now) {
        return new KeptDelivery(approval, dataDirectory, Phase.SENDING, taken, mayHaveArrived, Optional.empty(), now);
    }

    KeptDelivery with(TakenPart part, Instant now) {
        var all = new ArrayList<>(taken);
        all.add(part);
        return new KeptDelivery(approval, dataDirectory, phase, all, mayHaveArrived, problem, now);
    }

    KeptDelivery ended(Phase end, boolean unanswered, Optional<KeptProblem> why, Instant now) {
        return new KeptDelivery(approval, dataDirectory, end, taken, unanswered, why, now);
    }

    /** Whether its end is not known yet. */
    boolean waits() {
        return phase.waits;
    }

    /** Whether it waits and some of its bytes may have arrived: what else is sent then could count twice. */
    boolean mayCount() {
        return waits() && (phase != Phase.APPROVED || isOpen());
    }

    /** As it is found by a later sending: a program that ended while sending cannot know what had arrived. */
    KeptDelivery found() {
        return phase == Phase.SENDING ? ended(Phase.UNKNOWN, true, problem, since) : this;
    }

    /** Whether it cannot be said that nothing was accepted. */
    boolean isOpen() {
        return !taken.isEmpty() || mayHaveArrived;
    }

    List<Acknowledgement> acknowledgements() {
        return inOrder().map(TakenPart::acknowledgement).toList();
    }

    /** What no part has taken yet, in order. */
    List<Range> missing() {
        var gaps = new ArrayList<Range>();
        int next = 0;
        for (var range : inOrder().map(TakenPart::range).toList()) {
            if (range.from() > next) {
                gaps.add(new Range(next, range.from()));
            }
            next = range.to();
        }
        if (next < approval.eventCount()) {
            gaps.add(new Range(next, approval.eventCount()));
        }
        return List.copyOf(gaps);
    }

    private Stream<TakenPart> inOrder() {
        return taken.stream()
                .sorted(Comparator.comparingInt(part -> part.range().from()));
    }

    /** What is told to whoever asks what waits. */
    WaitingDelivery waiting(boolean running) {
        var state = switch (phase) {
            case SENDING -> running ? WaitingDelivery.State.RUNNING : WaitingDelivery.State.INTERRUPTED;
            case UNKNOWN -> WaitingDelivery.State.UNANSWERED;
            default -> WaitingDelivery.State.NOT_STARTED;
        };
        return new WaitingDelivery(
                approval,
                dataDirectory,
                missing().isEmpty() ? WaitingDelivery.State.MARKER_MISSING : state,
                acknowledgements(),
                problem.map(KeptProblem::problem),
                since);
    }
}

package app.recount.desktop.analyses;

import app.recount.analysis.RunProgress;
import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The forks that runs may go on in, without those that the user put off since the window was opened. */
final class ForkOffers {

    /** A fork that a run may go on in. */
    record Offer(String run, SessionKey fork) {}

    private final ReadOnlyObjectWrapper<Set<Offer>> putOff = new ReadOnlyObjectWrapper<>(Set.of());

    List<AgentSession> of(RunProgress progress) {
        return progress.forks().stream()
                .filter(fork -> !putOff.get().contains(offer(progress, fork)))
                .toList();
    }

    /** Not now; a fork that comes later is offered all the same. */
    void putOff(RunProgress progress) {
        var off = new HashSet<>(putOff.get());
        progress.forks().forEach(fork -> off.add(offer(progress, fork)));
        putOff.set(Set.copyOf(off));
    }

    ReadOnlyObjectProperty<Set<Offer>> putOff() {
        return putOff.getReadOnlyProperty();
    }

    private static Offer offer(RunProgress progress, AgentSession fork) {
        return new Offer(progress.run().id(), fork.key());
    }
}

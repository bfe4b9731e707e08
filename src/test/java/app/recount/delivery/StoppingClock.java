package app.recount.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock at which the program ends, as if it was killed: nothing that catches failures catches this. */
final class StoppingClock extends Clock {

    /** The end. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Clock clock;
    private int left;

    private StoppingClock(int left, Clock clock) {
        this.left = left;
        this.clock = clock;
    }

    /** Tells the time so often, and not once more. */
    static StoppingClock after(int times, Clock clock) {
        return new StoppingClock(times, clock);
    }

    @Override
    public Instant instant() {
        if (left-- <= 0) {
            throw new Stopped();
        }
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}

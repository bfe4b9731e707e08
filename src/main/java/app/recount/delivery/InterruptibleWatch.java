package app.recount.delivery;

/** A watch that an interrupt of the sending thread cancels as well. */
final class InterruptibleWatch implements SendWatch {

    private final SendWatch outer;
    private volatile boolean interrupted;

    InterruptibleWatch(SendWatch outer) {
        this.outer = outer;
    }

    void interrupt() {
        interrupted = true;
    }

    @Override
    public void report(SendStep step) {
        outer.report(step);
    }

    @Override
    public boolean isCancelled() {
        return interrupted || outer.isCancelled();
    }
}

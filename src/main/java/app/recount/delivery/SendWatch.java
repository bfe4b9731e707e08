package app.recount.delivery;

/** Follows a sending and may end it. Called from any thread, never after the sending has returned. */
public interface SendWatch {

    /** Nobody looks and nobody cancels. */
    SendWatch NONE = new SendWatch() {
        @Override
        public void report(SendStep step) {
            // nobody looks
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    void report(SendStep step);

    /** Once true, the sending ends soon, and its outcome says whether bytes had left. */
    boolean isCancelled();
}

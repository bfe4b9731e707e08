package app.recount.store;

import app.recount.text.Wording;

/** How a long reading tells how far it is and learns that nobody wants it any more. Called from any thread. */
public interface Progress {

    /** Nobody looks and nobody cancels. */
    Progress NONE = new Progress() {
        @Override
        public void report(Wording step, double fraction) {
            // nobody looks
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * Says how far the work is.
     *
     * @param step what is being done, to be said in front of people: “Counting observations”
     * @param fraction of the whole, 0 to 1, or negative if it cannot be told
     */
    void report(Wording step, double fraction);

    /** Once true, the reading ends soon with a {@link java.util.concurrent.CancellationException}. */
    boolean isCancelled();
}

package app.recount.memory;

import app.recount.problem.ProblemException;
import java.io.IOException;

/** Tells whether a memory database changed since it was read, by looking at its files from outside; cheap enough to poll. */
public final class MemoryWatch {

    private final Activity activity;

    public MemoryWatch(Activity activity) {
        this.activity = activity;
    }

    /**
     * Whether reading again could show something else. A checkpoint moves rows without changing any, and counts as a change; so does
     * a file that cannot be looked at any more, because reading again tells why.
     */
    public boolean hasChanged() {
        try {
            return !Fingerprint.of(MemoryDatabase.at(activity.database())).equals(activity.fingerprint());
        } catch (IOException | ProblemException e) {
            return true;
        }
    }
}

package app.recount.analysis;

import app.recount.text.Wording;

/**
 * What validation found.
 *
 * @param code stable, see docs/cli.md
 * @param run the run's id, or empty if the whole store is meant
 * @param message for people
 */
public record RunFinding(Severity severity, String code, String run, Wording message) {

    /** An error makes {@code validate} exit with 1. */
    public enum Severity {
        ERROR,
        WARN
    }
}

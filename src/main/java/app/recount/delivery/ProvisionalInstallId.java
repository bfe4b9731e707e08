package app.recount.delivery;

/**
 * The install id for a data directory that has none: made once and kept, so that every preview has the same digest. It stands in
 * {@code telemetry.json} only after the user's decision.
 */
@FunctionalInterface
public interface ProvisionalInstallId {

    /** The id; the same at every call and in every process that uses the same home. */
    String get();
}

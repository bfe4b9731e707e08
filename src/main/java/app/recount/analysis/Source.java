package app.recount.analysis;

/** An entry of the register of sources. */
public record Source(String id, String title) {}

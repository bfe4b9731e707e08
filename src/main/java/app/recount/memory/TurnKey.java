package app.recount.memory;

/** What a compression turn is known by, in whichever store it stands. */
public record TurnKey(String memorySessionId, long turn) {}

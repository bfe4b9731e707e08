package app.recount.session;

/**
 * Names one session.
 *
 * @param tool the tool's {@link AgentTool#word() word}
 * @param id a UUID in lower case, without any prefix
 */
public record SessionKey(String tool, String id) {}

package app.recount.session;

import java.util.List;

/** The agents that Recount knows. */
public final class AgentTools {

    private AgentTools() {}

    public static List<AgentTool> known() {
        return List.of(new ClaudeCode(), new Codex(), new Amp());
    }
}

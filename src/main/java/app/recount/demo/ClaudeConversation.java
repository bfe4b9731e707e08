package app.recount.demo;

import app.recount.demo.ClaudeLines.Answer;
import app.recount.store.JsonFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * A conversation with Claude Code as its logs tell it, turn by turn: a prompt, answers in several blocks of which each repeats the
 * usage, tool calls with their results, now and then a subagent with a log of its own.
 */
final class ClaudeConversation {

    static final Path PROJECTS = Path.of(".claude", "projects");

    private static final String SUBAGENT_MODEL = "claude-haiku-4-5-20251001";

    private final Dice dice;
    private final Phrases phrases;
    private final UUID session;
    private final String folder;
    private final boolean hourly;
    private final ClaudeLines own;
    private final Context context;

    ClaudeConversation(Dice dice, Phrases phrases, UUID session, String folder, String model) {
        this.dice = dice;
        this.phrases = phrases;
        this.session = session;
        this.folder = folder;
        this.hourly = dice.chance(0.3);
        this.own = new ClaudeLines(dice, log(session, folder), session, folder, model, null);
        this.context = new Context(dice, dice.between(13_000, 19_000));
    }

    /** Claude Code names a project's folder after its path, with a dash for everything but plain letters and digits. */
    static Path log(UUID session, String folder) {
        return PROJECTS.resolve(folder.replaceAll("[^A-Za-z0-9]", "-")).resolve(session + ".jsonl");
    }

    Path log() {
        return own.log();
    }

    LogStep summary() {
        return new LogStep(Duration.ZERO, own.log(), ClaudeLines.summary(phrases.title("feature", dice), dice.uuid()));
    }

    /** What comes next; the log is whole after every turn. */
    List<LogStep> turn() {
        var steps = new ArrayList<LogStep>();
        steps.add(step(own, seconds(15, 260), own.prompt(phrases.one("prompts", dice))));
        int answers = dice.between(1, 5);
        for (int n = 1; n <= answers; n++) {
            var tool = "toolu_01" + dice.letters(22);
            boolean last = n == answers;
            boolean asks = !last && dice.chance(0.06);
            steps.addAll(answer(own, context, tool, last, asks ? "Task" : "Bash"));
            if (asks) {
                steps.addAll(subagent());
            }
            if (!last) {
                steps.add(step(own, seconds(1, 9), own.toolResult(tool, phrases.sentences(3, dice))));
            }
        }
        return steps;
    }

    private List<LogStep> subagent() {
        var agent = dice.letters(16);
        var log = own.log().resolveSibling(session.toString()).resolve("subagents");
        var lines =
                new ClaudeLines(dice, log.resolve("agent-" + agent + ".jsonl"), session, folder, SUBAGENT_MODEL, agent);
        var asked = new Context(dice, dice.between(4_000, 9_000));
        var steps = new ArrayList<LogStep>();
        steps.add(step(lines, seconds(1, 3), lines.prompt(phrases.one("prompts", dice))));
        int answers = dice.between(2, 5);
        for (int n = 1; n <= answers; n++) {
            var tool = "toolu_01" + dice.letters(22);
            steps.addAll(answer(lines, asked, tool, n == answers, "Read"));
            if (n < answers) {
                steps.add(step(lines, seconds(1, 4), lines.toolResult(tool, phrases.sentences(2, dice))));
            }
        }
        return steps;
    }

    /** Text alone at the end of a turn, else text and a call; the output grows from block to block. */
    private List<LogStep> answer(ClaudeLines lines, Context from, String tool, boolean last, String toolName) {
        var answer = Answer.of(dice, from.answer());
        var blocks = new ArrayList<ObjectNode>();
        if (dice.chance(0.4)) {
            blocks.add(block("thinking")
                    .put("thinking", phrases.sentences(2, dice))
                    .put("signature", ""));
        }
        if (last || dice.chance(0.7)) {
            blocks.add(block("text").put("text", phrases.sentences(dice.between(1, 4), dice)));
        }
        if (!last) {
            blocks.add(call(tool, toolName));
        }
        var steps = new ArrayList<LogStep>();
        for (int n = 1; n <= blocks.size(); n++) {
            boolean whole = n == blocks.size();
            long written = whole
                    ? answer.cost().output()
                    : Math.max(1, (long) answer.cost().output() * n / 5);
            var stop = whole ? last ? "end_turn" : "tool_use" : null;
            var line = lines.answer(answer, blocks.get(n - 1), written, hourly, stop);
            steps.add(step(lines, n == 1 ? seconds(3, 14) : seconds(1, 4), line));
        }
        return steps;
    }

    private ObjectNode call(String tool, String name) {
        var block = block("tool_use").put("id", tool).put("name", name);
        block.putObject("input")
                .put("description", phrases.one("titles.change", dice))
                .put("path", phrases.one("files", dice));
        return block;
    }

    private static ObjectNode block(String type) {
        return JsonFile.object().put("type", type);
    }

    private Duration seconds(int low, int high) {
        return Duration.ofMillis(dice.between(low * 1000, high * 1000));
    }

    private static LogStep step(ClaudeLines lines, Duration pause, ObjectNode line) {
        return new LogStep(pause, lines.log(), line);
    }
}

package app.recount.session;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the session that somebody named, by its id or by its log; neither can lead anywhere else. */
final class GivenSession {

    private static final String LIST = "See “analysis sessions list” for those that are known.";

    private final Sessions sessions;
    private final AgentTool tool;
    private final Environment environment;

    GivenSession(Sessions sessions, AgentTool tool, Environment environment) {
        this.sessions = sessions;
        this.tool = tool;
        this.environment = environment;
    }

    AgentSession byId(String given) {
        var id = SessionId.of(given.startsWith("T-") ? given.substring(2) : given)
                .orElseThrow(() -> new ProblemException(new Problem(
                        "SESSION_ID_INVALID",
                        "“%s” is no session id.".formatted(given),
                        "The id of a session is a UUID.",
                        Action.read(LIST))));
        return find(id, "with the id " + id);
    }

    private AgentSession find(String id, String which) {
        return sessions.look(new SessionKey(tool.word(), id))
                .orElseThrow(() -> new ProblemException(new Problem(
                        "SESSION_NOT_FOUND",
                        "There is no %s session %s.".formatted(tool.label(), which),
                        "None of its logs is in the folders of %s.".formatted(tool.label()),
                        Action.read(LIST))));
    }

    AgentSession byPath(Path given) {
        var log = log(given)
                .orElseThrow(() -> notOne(given, "It is no %s log in one of its folders.".formatted(tool.label())));
        return find(session(given, log), "in “%s”".formatted(given));
    }

    /** The file behind the path if it is one of the tool's logs: where it really lies counts, so no link leads out. */
    private Optional<FoundLog> log(Path given) {
        try {
            var file = given.toRealPath();
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            return LogRoots.of(tool, environment).folders().stream()
                    .filter(root -> file.startsWith(root.real()))
                    .flatMap(root -> LogWalk.at(tool, root, file).stream())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String session(Path given, FoundLog log) {
        try {
            var name = log.name().session();
            return SessionId.of(name == null ? inside(log) : name)
                    .orElseThrow(() -> notOne(given, "Nothing in it says to which session it belongs."));
        } catch (IOException e) {
            throw notOne(given, "It cannot be read: %s".formatted(e.getMessage()));
        }
    }

    private static String inside(FoundLog log) throws IOException {
        return String.valueOf(log.tool()
                .read(log.path(), log.name(), LogPosition.START, _ -> {})
                .facts()
                .session());
    }

    private ProblemException notOne(Path given, String cause) {
        return new ProblemException(new Problem(
                "SESSION_PATH_INVALID", "“%s” is no log of a session.".formatted(given), cause, Action.read(LIST)));
    }
}

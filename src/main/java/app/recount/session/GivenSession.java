package app.recount.session;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.Environment;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the session that somebody named, by its id or by its log; neither can lead anywhere else. */
final class GivenSession {

    private static final Action LIST = Action.read("listSessions");

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
                .orElseThrow(() -> new ProblemException(
                        Problem.of("SESSION_ID_INVALID", given).explained().advising(LIST)));
        return find(id, Problem.of("SESSION_NOT_FOUND.byId", tool.label(), id));
    }

    private AgentSession find(String id, Problem missing) {
        return sessions.look(new SessionKey(tool.word(), id))
                .orElseThrow(() -> new ProblemException(
                        missing.because(Wording.of("problem.SESSION_NOT_FOUND.nowhere", tool.label()))
                                .advising(LIST)));
    }

    AgentSession byPath(Path given) {
        var log = log(given)
                .orElseThrow(() -> notOne(given, Wording.of("problem.SESSION_PATH_INVALID.elsewhere", tool.label())));
        return find(session(given, log), Problem.of("SESSION_NOT_FOUND.inFile", tool.label(), given));
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
                    .orElseThrow(() -> notOne(given, Wording.of("problem.SESSION_PATH_INVALID.ofNone")));
        } catch (IOException e) {
            throw notOne(given, Wording.of("problem.SESSION_PATH_INVALID.unread", String.valueOf(e.getMessage())));
        }
    }

    private static String inside(FoundLog log) throws IOException {
        return String.valueOf(log.tool()
                .read(log.path(), log.name(), LogPosition.START, _ -> {})
                .facts()
                .session());
    }

    private ProblemException notOne(Path given, Wording cause) {
        return new ProblemException(
                Problem.of("SESSION_PATH_INVALID", given).because(cause).advising(LIST));
    }
}

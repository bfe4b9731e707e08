package app.recount.delivery;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.store.JsonFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What PostHog's answers to a batch mean, and what is no answer of PostHog's. */
final class AnswerRules {

    private static final Pattern RESOURCE = Pattern.compile("[a-z]+(_[a-z]+)*");

    private AnswerRules() {}

    static Verdict judge(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> judge(answer);
            case Reply.NotSent notSent ->
                passing("NOT_CONNECTED", "Nothing was sent: %s.".formatted(notSent.why()), Action.tryAgain());
            case Reply.NoAnswer noAnswer ->
                passing(
                        "NO_ANSWER",
                        "Bytes had left and no answer came: %s.".formatted(noAnswer.why()),
                        Action.read("Send it again: the same bytes and ids are used."));
        };
    }

    private static Verdict judge(Reply.Answer answer) {
        int status = answer.status();
        return switch (status / 100) {
            case 2 -> success(answer);
            case 3 ->
                refused(
                        answer,
                        "REDIRECTED",
                        "The server answered with a redirect (%d), which is never followed.".formatted(status),
                        "A redirected request loses its body.",
                        Action.openSettings());
            case 4 -> status == 413 ? new Verdict.TooLarge(status, answer.body()) : clientError(answer);
            case 5 -> passing(answer);
            default -> foreign(answer);
        };
    }

    /** Accepted, which does not mean ingested. */
    private static Verdict success(Reply.Answer answer) {
        if (answer.status() == 204) {
            return new Verdict.Acknowledged(answer.status(), answer.body());
        }
        var json =
                JsonFile.parse(answer.body().getBytes(StandardCharsets.UTF_8)).filter(JsonNode::isObject);
        if (json.isEmpty()) {
            return foreign(answer);
        }
        if (limited(json.get().path("quota_limited"))) {
            return refused(
                    answer,
                    "QUOTA_LIMITED",
                    "PostHog dropped the events: the project's quota is used up.",
                    named(json.get().get("quota_limited")),
                    Action.read("Wait for the next billing period of the project, or raise its limit."));
        }
        return taken(json.get().path("status"))
                ? new Verdict.Acknowledged(answer.status(), answer.body())
                : foreign(answer);
    }

    private static boolean taken(JsonNode status) {
        return status.isString() ? status.asString().equals("Ok") : status.isIntegralNumber() && status.asLong() == 1;
    }

    /** An empty list limits nothing; anything else in its place is taken for a limit. */
    private static boolean limited(JsonNode list) {
        return !(list.isMissingNode() || list.isNull() || (list.isArray() && list.isEmpty()));
    }

    /** A server may repeat what it was sent, the key for instance; only what can be the name of a resource is quoted. */
    private static String named(JsonNode list) {
        boolean plain = list.isArray()
                && list.valueStream()
                        .allMatch(each -> each.isString()
                                && RESOURCE.matcher(each.asString()).matches());
        return plain
                ? "The answer names what is limited: %s.".formatted(list)
                : "The answer does not say what is limited.";
    }

    private static Verdict foreign(Reply.Answer answer) {
        return refused(
                answer,
                "NOT_POSTHOG",
                "Something answered with status %d, but not as PostHog does.".formatted(answer.status()),
                "It may be a proxy or a network's login page.",
                Action.openSettings());
    }

    private static Verdict clientError(Reply.Answer answer) {
        int status = answer.status();
        return switch (status) {
            case 408, 429 -> passing(answer);
            case 400 -> refused(answer, "HTTP_400", "The server found the payload wrong (400).", null);
            case 401, 403 ->
                refused(
                        answer,
                        "HTTP_" + status,
                        "The server does not accept the API key (%d).".formatted(status),
                        null,
                        Action.openSettings());
            case 404 ->
                refused(answer, "HTTP_404", "There is no PostHog at this address (404).", null, Action.openSettings());
            default -> refused(answer, "HTTP_" + status, "The server refused (%d).".formatted(status), null);
        };
    }

    private static Verdict passing(Reply.Answer answer) {
        var problem = new Problem(
                "HTTP_" + answer.status(),
                "The server is busy or has a fault (%d).".formatted(answer.status()),
                null,
                Action.tryAgain());
        return new Verdict.Passing(problem, Optional.of(answer.status()), answer.body(), answer.retryAfter());
    }

    private static Verdict passing(String code, String message, Action action) {
        return new Verdict.Passing(new Problem(code, message, null, action), Optional.empty(), "", Optional.empty());
    }

    private static Verdict refused(
            Reply.Answer answer, String code, String message, @Nullable String cause, Action... actions) {
        return new Verdict.Refused(new Problem(code, message, cause, actions), answer.status(), answer.body());
    }
}

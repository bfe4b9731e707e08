package app.recount.delivery;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.store.JsonFile;
import app.recount.text.Wording;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What PostHog's answers to a batch mean, and what is no answer of PostHog's. */
final class AnswerRules {

    private static final Pattern RESOURCE = Pattern.compile("[a-z]+(_[a-z]+)*");

    private AnswerRules() {}

    static Verdict judge(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> judge(answer);
            // the same name is another machine the next moment, too
            case Reply.NotAllowed notAllowed ->
                new Verdict.NotAllowed(Problem.of("NOT_THIS_MACHINE", notAllowed.why())
                        .explained()
                        .advising(Action.openSettings()));
            case Reply.NotSent notSent ->
                passing(Problem.of("NOT_CONNECTED", notSent.why()).advising(Action.tryAgain()));
            case Reply.NoAnswer noAnswer ->
                passing(Problem.of("NO_ANSWER", noAnswer.why()).advising(Action.read("sendSame")));
        };
    }

    private static Verdict judge(Reply.Answer answer) {
        int status = answer.status();
        return switch (status / 100) {
            case 2 -> success(answer);
            case 3 ->
                passedOver(answer, Problem.of("REDIRECTED", status).explained().advising(Action.openSettings()));
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
            return passedOver(
                    answer,
                    Problem.of("QUOTA_LIMITED")
                            .because(named(json.get().get("quota_limited")))
                            .advising(Action.read("waitForQuota")));
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
    private static Wording named(JsonNode list) {
        boolean plain = list.isArray()
                && list.valueStream()
                        .allMatch(each -> each.isString()
                                && RESOURCE.matcher(each.asString()).matches());
        return plain
                ? Wording.of("problem.QUOTA_LIMITED.named", list.toString())
                : Wording.of("problem.QUOTA_LIMITED.unnamed");
    }

    private static Verdict foreign(Reply.Answer answer) {
        return passedOver(
                answer, Problem.of("NOT_POSTHOG", answer.status()).explained().advising(Action.openSettings()));
    }

    private static Verdict clientError(Reply.Answer answer) {
        int status = answer.status();
        return switch (status) {
            case 408, 429 -> passing(answer);
            case 400 -> refused(answer, Problem.of("HTTP_400"));
            case 401, 403 ->
                refused(
                        answer,
                        http(status, Wording.of("problem.HTTP.key", status)).advising(Action.openSettings()));
            case 404 -> refused(answer, Problem.of("HTTP_404").advising(Action.openSettings()));
            default -> refused(answer, http(status, Wording.of("problem.HTTP.other", status)));
        };
    }

    private static Verdict passing(Reply.Answer answer) {
        var problem = http(answer.status(), Wording.of("problem.HTTP.busy", answer.status()))
                .advising(Action.tryAgain());
        return new Verdict.Passing(problem, Optional.of(answer.status()), answer.body(), answer.retryAfter());
    }

    /** Its code names the status, whatever that is. */
    private static Problem http(int status, Wording message) {
        return new Problem("HTTP_" + status, message);
    }

    private static Verdict passing(Problem problem) {
        return new Verdict.Passing(problem, Optional.empty(), "", Optional.empty());
    }

    /** PostHog's own no to these bytes. */
    private static Verdict refused(Reply.Answer answer, Problem problem) {
        return new Verdict.Refused(problem, answer.status(), answer.body(), true);
    }

    /** Somebody else answered, or a quota has run out since: of an earlier attempt that says nothing. */
    private static Verdict passedOver(Reply.Answer answer, Problem problem) {
        return new Verdict.Refused(problem, answer.status(), answer.body(), false);
    }

    /** Whether the bytes left and it stays open what became of them; a gateway does not know what the server behind it did. */
    static boolean leavesOpen(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> answer.status() == 502 || answer.status() == 504;
            case Reply.NoAnswer _ -> true;
            case Reply.NotAllowed _, Reply.NotSent _ -> false;
        };
    }
}

package app.recount.delivery;

import app.recount.consent.Approval;
import app.recount.consent.ReviewText;
import app.recount.problem.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Whether the user's yes is one to this very payload. */
final class ApprovalCheck {

    private final PreviewRegister previews;
    private final ReviewText text;
    private final Clock clock;

    ApprovalCheck(PreviewRegister previews, ReviewText text, Clock clock) {
        this.previews = previews;
        this.text = text;
        this.clock = clock;
    }

    /** What it is worth. */
    sealed interface Result {
        record Valid(Approval approval) implements Result {}

        record Worthless(Stop stop) implements Result {}
    }

    Result check(SendRequest request, BackfillPreview preview, Path dataDirectory) {
        var wanted = preview.approve(text, clock.instant());
        if (!request.approved().equals(wanted.digest())) {
            return new Result.Worthless(
                    Refusals.changed(Problem.of("DIGEST_CHANGED").explained(wanted.digest(), request.approved())));
        }
        var shown = previews.shown(wanted.digest(), dataDirectory);
        if (shown.isEmpty()) {
            return new Result.Worthless(Refusals.of(Blocker.NOT_PREVIEWED));
        }
        // a yes from a page is compared as it is, a digest alone is a yes to what was shown under it
        var given = request.approval().map(List::of).orElse(shown);
        return differs(given, shown, wanted)
                .<Result>map(Result.Worthless::new)
                .orElseGet(() -> new Result.Valid(request.approval().orElse(wanted)));
    }

    private static Optional<Stop> differs(List<Approval> given, List<Approval> shown, Approval wanted) {
        if (none(given, wanted, Approval::destination) || none(shown, wanted, Approval::destination)) {
            return Optional.of(
                    Refusals.changed(Problem.of("DESTINATION_CHANGED").explained(wanted.destination())));
        }
        if (none(given, wanted, ApprovalCheck::days)) {
            return Optional.of(
                    Refusals.changed(Problem.of("DAYS_CHANGED").explained(wanted.firstDay(), wanted.throughDay())));
        }
        if (none(given, wanted, ApprovalCheck::texts)) {
            return Optional.of(Refusals.changed(Problem.of("TEXT_CHANGED").explained(wanted.textVersion())));
        }
        return none(given, wanted, ApprovalCheck::content)
                ? Optional.of(Refusals.changed(Problem.of("APPROVAL_CHANGED").explained()))
                : Optional.empty();
    }

    /** What an approval says of one aspect, together with everything that was compared before. */
    @FunctionalInterface
    private interface Aspect {
        Object of(Approval approval);
    }

    private static boolean none(List<Approval> approvals, Approval wanted, Aspect aspect) {
        return approvals.stream().noneMatch(each -> aspect.of(each).equals(aspect.of(wanted)));
    }

    private static Object days(Approval approval) {
        return List.of(approval.destination(), approval.firstDay(), approval.throughDay());
    }

    private static Object texts(Approval approval) {
        return List.of(days(approval), approval.textVersion(), approval.textHash());
    }

    private static Object content(Approval approval) {
        return List.of(
                texts(approval),
                approval.digest(),
                approval.eventCount(),
                approval.payloadVersion(),
                approval.installId());
    }
}

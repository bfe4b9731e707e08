package app.recount.delivery;

import app.recount.problem.Problem;
import java.util.Optional;

/**
 * What the completion marker means as things stand.
 *
 * @param state for the version that the payload would have
 * @param unread why it is not known which version that is; the state is then the one for the lowest it can have
 */
public record MarkerStanding(MarkerState state, Optional<Problem> unread) {}

/** A receiver on loopback that answers like PostHog, or wrongly on purpose, so that a delivery can be rehearsed. */
@NullMarked
package app.recount.rehearsal;

import org.jspecify.annotations.NullMarked;

/** Who allows telemetry, and the user's own approval of one sealed payload. */
@NullMarked
package app.recount.consent;

import org.jspecify.annotations.NullMarked;

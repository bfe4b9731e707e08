/** Measures Recount on inputs that it makes itself from a seed, always beside a floor of the same run; docs/performance.md says how. */
@NullMarked
package app.recount.bench;

import org.jspecify.annotations.NullMarked;

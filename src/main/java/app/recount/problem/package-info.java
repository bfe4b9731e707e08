/** What went wrong, said for people: what failed, why, what can be done, and a stable code. */
@NullMarked
package app.recount.problem;

import org.jspecify.annotations.NullMarked;

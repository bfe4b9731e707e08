/** Recount's entry point and composition root. */
@NullMarked
package app.recount;

import org.jspecify.annotations.NullMarked;

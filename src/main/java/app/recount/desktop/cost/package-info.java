/** The cost page: what generation cost, beside what it saved. */
@NullMarked
package app.recount.desktop.cost;

import org.jspecify.annotations.NullMarked;

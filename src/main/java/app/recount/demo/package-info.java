/** Believable data from a seed, so that everything can be tried without a memory of one's own. */
@NullMarked
package app.recount.demo;

import org.jspecify.annotations.NullMarked;

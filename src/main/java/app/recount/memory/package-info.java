/** Reads the memory database without touching it and counts each UTC day. */
@NullMarked
package app.recount.memory;

import org.jspecify.annotations.NullMarked;

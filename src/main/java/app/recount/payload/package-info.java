/** Turns rollups into events and seals them into the exact bytes that would be sent. */
@NullMarked
package app.recount.payload;

import org.jspecify.annotations.NullMarked;

/** Shows the bytes of a request body as they go over the wire, however many there are. */
@NullMarked
package app.recount.desktop.wire;

import org.jspecify.annotations.NullMarked;

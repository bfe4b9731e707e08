/** The window: wires shell, pages and services together. */
@NullMarked
package app.recount.desktop;

import org.jspecify.annotations.NullMarked;

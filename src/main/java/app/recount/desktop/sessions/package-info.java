/** The page of all agent sessions that were found on this machine. */
@NullMarked
package app.recount.desktop.sessions;

import org.jspecify.annotations.NullMarked;

/** The frame around the pages: menu, rail, status bar, notices, background work, the page interface. */
@NullMarked
package app.recount.desktop.shell;

import org.jspecify.annotations.NullMarked;

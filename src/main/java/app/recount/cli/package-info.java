/** The command line: one thin command per file over the same services as the desktop. */
@NullMarked
package app.recount.cli;

import org.jspecify.annotations.NullMarked;

/** The user guide within reach: the documents of the project, shipped in the program and read in a window of their own. */
@NullMarked
package app.recount.desktop.help;

import org.jspecify.annotations.NullMarked;

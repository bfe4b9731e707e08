/** The analyses: runs at the left, the selected one with its counters, stages, curve and facts; its dialogs, and the small view. */
@NullMarked
package app.recount.desktop.analyses;

import org.jspecify.annotations.NullMarked;

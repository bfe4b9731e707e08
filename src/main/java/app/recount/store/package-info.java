/** Where Recount keeps its own files and where claude-mem keeps its own; atomic writing, settings, recount.db. */
@NullMarked
package app.recount.store;

import org.jspecify.annotations.NullMarked;

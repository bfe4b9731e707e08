/**
 * What claude-mem's own compression turns cost: kept from now on, gathered from what other files still know, and added up. The one
 * package that may write to a memory database, and only one table, when asked.
 */
@NullMarked
package app.recount.generation;

import org.jspecify.annotations.NullMarked;

/** Analysis runs: started, marked, completed; what each stage used, and what it cost. Stored in recount.db. */
@NullMarked
package app.recount.analysis;

import org.jspecify.annotations.NullMarked;

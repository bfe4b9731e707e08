/** The page of everything that was ever approved, sent and answered. */
@NullMarked
package app.recount.desktop.receipts;

import org.jspecify.annotations.NullMarked;

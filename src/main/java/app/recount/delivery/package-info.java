/** The gates, the sending of a sealed payload, its outcome, the marker and the receipts. */
@NullMarked
package app.recount.delivery;

import org.jspecify.annotations.NullMarked;

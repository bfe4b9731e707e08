/** The one resource bundle of user-visible texts. */
@NullMarked
package app.recount.text;

import org.jspecify.annotations.NullMarked;

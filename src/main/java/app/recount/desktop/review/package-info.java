/** The page where a payload is looked at, approved and sent. */
@NullMarked
package app.recount.desktop.review;

import org.jspecify.annotations.NullMarked;

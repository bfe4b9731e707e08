/** Controls that several pages share, and the texts of figures, days and sizes. */
@NullMarked
package app.recount.desktop.widget;

import org.jspecify.annotations.NullMarked;

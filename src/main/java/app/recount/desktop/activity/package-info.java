/** The activity page: chart, events, and what one event carries. */
@NullMarked
package app.recount.desktop.activity;

import org.jspecify.annotations.NullMarked;

/** The settings page. */
@NullMarked
package app.recount.desktop.settings;

import org.jspecify.annotations.NullMarked;

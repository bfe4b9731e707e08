/** What a person sees of the window and reaches by keyboard, measured: cut texts, contrast, the walk of the focus, names for screen readers. */
@org.jspecify.annotations.NullMarked
package app.recount.desktop.sight;

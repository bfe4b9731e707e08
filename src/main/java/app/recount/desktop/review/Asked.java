package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.store.DataDirectory;
import java.util.Optional;

/**
 * What a question is about; its answer is about the same, whatever is shown by then.
 *
 * @param preview what was looked at, if anything could be
 */
record Asked(DataDirectory directory, Optional<BackfillPreview> preview) {}

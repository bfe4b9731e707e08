package app.recount.generation;

import java.time.LocalDate;

/**
 * What one provider's model used on one day, as one store knows it.
 *
 * @param model empty if it is not known
 * @param provider empty if it is not known
 * @param overlapping whether better known figures of the same day and provider probably tell of the same calls, so that this share is
 *     shown and not added
 */
public record GenerationShare(
        LocalDate day, GenerationPlace place, String provider, String model, GenerationSum sum, boolean overlapping) {}

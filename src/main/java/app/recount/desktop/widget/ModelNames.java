package app.recount.desktop.widget;

import java.util.regex.Pattern;

/** How models are shown. */
public final class ModelNames {

    private static final Pattern DATED = Pattern.compile("-20\\d{6}$");

    private ModelNames() {}

    /** A model's name without the day of its release, for which there is no room and which tells nothing apart. */
    public static String undated(String model) {
        return DATED.matcher(model).replaceFirst("");
    }
}

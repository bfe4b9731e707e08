package app.recount.desktop.shell;

/**
 * What stands beside a page's name in the rail.
 *
 * @param kind how it is drawn
 * @param text short, as it is shown; the bare shapes of {@link Kind#DONE}, {@link Kind#CAUTION} and
 *     {@link Kind#BUSY} have it as tooltip and accessible text only
 */
public record Badge(Kind kind, String text) {

    /** The shapes of a badge. */
    public enum Kind {
        NONE,
        COUNT,
        DONE,
        CAUTION,
        LIVE,
        BUSY
    }

    public static final Badge NONE = new Badge(Kind.NONE, "");

    public static Badge count(String text) {
        return new Badge(Kind.COUNT, text);
    }

    public static Badge done(String text) {
        return new Badge(Kind.DONE, text);
    }

    public static Badge caution(String text) {
        return new Badge(Kind.CAUTION, text);
    }

    public static Badge live(String text) {
        return new Badge(Kind.LIVE, text);
    }

    public static Badge busy(String text) {
        return new Badge(Kind.BUSY, text);
    }
}

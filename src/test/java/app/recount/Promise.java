package app.recount;

/**
 * What Recount promises about privacy, in the words of docs/privacy.md. The list is closed: a promise that no test proves fails the
 * build, see {@link PromisesTest}.
 */
public enum Promise {
    OFFLINE(
            "Only an approved sending and a rehearsal use the network: no other command and no page of the window connects or looks a name up."),
    NETWORK_IN_TWO_PLACES("Only the code of sending and of the rehearsal can reach the network."),
    APPROVED_BYTES("What leaves are exactly the bytes that were shown and approved, and no others."),
    APPROVED_REQUEST(
            "A request is a known request line, four known headers and those bytes, and nothing else, also in parts and at another attempt."),
    APPROVED_DESTINATION("They go to the destination that was shown, and nowhere else, whatever it answers."),
    YES_IS_NARROW(
            "A yes holds for one digest, destination, range of days and set of statements, and for nothing that changed since."),
    LOOKED_FIRST("The window sends only what was opened and looked at."),
    NO_IS_HEEDED("A no in the consent chain stops a sending, also one that comes after the preview."),
    OPT_OUT_KEPT(
            "A `telemetry.json` that cannot be understood blocks sending and is not overwritten, because it may be an opt-out."),
    CLOSED_LIST("Only the keys that this page names can leave, as numbers, yes or no, or short texts."),
    DISCLOSED_KEYS("A counter or key that this page does not name, with its columns and meaning, fails the build."),
    TLS_OR_LOOPBACK(
            "What leaves this machine is encrypted; plain http goes to a loopback address alone, and that address is the one connected to."),
    TEXT_NOT_HANDED_OUT(
            "Of `observations.text` SQLite hands out the length alone; the text itself never reaches Recount."),
    COLUMNS_NAMED(
            "Of the memory database, the columns that this page names are read and no others, as SQLite's own compiled statements say."),
    EXPLAINED("Every value of a day can be counted again by the query that explains it."),
    UNTOUCHED("The memory database and its folder are the same, byte for byte, after they were read."),
    ONE_MIGRATION("The only write to the memory database is the table that you asked for, beside a whole copy."),
    CHAINED_RECEIPTS("A receipt that was changed, removed or moved is noticed, and so is an end that was cut off."),
    CHECKED_ELSEWHERE(
            "A log of receipts and an exported receipt can be checked by anybody, with the file and the written rule alone."),
    DIFFERENCES_TOLD("What is sent and not named on claude-mem's page is told in the review, also a key that is new."),
    READABLE_BY_YOU("What Recount keeps is readable by you alone."),
    NO_SHELL(
            "No shell is ever started, and other programs only by three classes: git for its tags, the file manager that you ask for, and the notifications that you can switch off."),
    NO_TYPES_FROM_INPUT("No input names a class, a type or a script that is then run."),
    KEY_NOT_TOLD(
            "The project key stands in the body, in its stored copy, in the settings, and in a receipt if the server repeated it; in no other message, log or error."),
    KNOWN_LIBRARIES(
            "The packaged program holds the libraries of `docs/libraries.sha256`, byte for byte, and no others."),
    NATIVES_FROM_IMAGE(
            "Native libraries are loaded from the packaged program; nothing is unpacked into a shared temporary folder."),
    ;

    private final String sentence;

    Promise(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}

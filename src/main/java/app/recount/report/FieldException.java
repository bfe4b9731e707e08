package app.recount.report;

/** A field of an imported run holds what it cannot hold; the message is for people. */
final class FieldException extends Exception {

    FieldException(RunField field, String what) {
        super(field.key() + " " + what);
    }
}

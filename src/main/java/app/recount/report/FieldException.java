package app.recount.report;

import app.recount.text.Wording;

/** A field of an imported run holds what it cannot hold. */
final class FieldException extends Exception {

    private final transient Wording fault;

    /** @param which the text's key behind {@code import.field.}; the field's name fills its gap */
    FieldException(RunField field, String which) {
        this(Wording.of("import.field." + which, field.key()));
    }

    private FieldException(Wording fault) {
        super(fault.toString());
        this.fault = fault;
    }

    /** For people, a clause. */
    Wording fault() {
        return fault;
    }
}

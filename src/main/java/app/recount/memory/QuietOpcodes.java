package app.recount.memory;

import java.util.Set;

/**
 * The instructions of a compiled statement that take no value out of a table or an index: they compute with registers, move cursors, or
 * change what the statement keeps for itself. One that is unknown here is not quiet, so that a newer SQLite is noticed.
 */
final class QuietOpcodes {

    private static final Set<String> ALL = Set.of(
            // the course of the program
            "Init", "Goto", "Gosub", "Return", "InitCoroutine", "Yield", "EndCoroutine", "BeginSubrtn", "Jump", "Once",
            "If", "IfNot", "IfPos", "IfNotZero", "DecrJumpZero", "IfNullRow", "IfNotOpen", "IfSizeBetween", "IsNull",
            "NotNull", "Eq", "Ne", "Lt", "Le", "Gt", "Ge", "ElseEq", "Halt", "HaltIfNull", "Noop", "Explain", "Trace",
            "Abortable", "ReleaseReg", "Expire",
            // registers
            "Integer", "Int64", "Real", "String", "String8", "Blob", "Null", "SoftNull", "Variable", "Move", "Copy",
            "SCopy", "IntCopy", "Add", "Subtract", "Multiply", "Divide", "Remainder", "Concat", "BitAnd", "BitOr",
            "BitNot", "ShiftLeft", "ShiftRight", "And", "Or", "Not", "IsTrue", "ZeroOrNull", "AddImm", "MustBeInt",
            "RealAffinity", "Affinity", "Cast", "TypeCheck", "CollSeq", "Compare", "Permutation", "Function", "PureFunc",
            "AggStep", "AggStep1", "AggInverse", "AggValue", "AggFinal", "MakeRecord", "ResultRow", "OffsetLimit",
            "MemMax", "ClrSubtype", "GetSubtype", "SetSubtype", "Filter", "FilterAdd",
            // moving cursors
            "Rewind", "Last", "Next", "Prev", "SeekEnd", "SeekScan", "SeekHit", "FinishSeek", "NullRow", "Close", "Count",
            "ColumnsUsed", "CursorHint", "CursorLock", "CursorUnlock",
            // sorters, sets and virtual tables, which are told of when they are opened
            "Sort", "SorterSort", "SorterNext", "SorterInsert", "SorterCompare", "ResetSorter", "Sequence",
            "SequenceTest", "RowSetAdd", "RowSetRead", "RowSetTest", "VFilter", "VColumn", "VNext", "VInitIn",
            // transactions and the schema
            "Transaction", "AutoCommit", "Savepoint", "TableLock", "ReadCookie", "SetCookie", "CreateBtree", "Destroy",
            "ParseSchema", "DropTable", "DropIndex", "DropTrigger", "Clear", "Pagecount", "JournalMode",
            // writing what stands in registers
            "Insert", "IdxInsert", "Delete", "IdxDelete", "ResetCount");

    private QuietOpcodes() {}

    static boolean contains(String opcode) {
        return ALL.contains(opcode);
    }
}

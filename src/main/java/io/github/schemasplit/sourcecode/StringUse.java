package io.github.schemasplit.sourcecode;

/** What a string is for, as its place in the code tells. */
enum StringUse {
    /** SQL, by what it is handed to. */
    SQL,
    /** SQL, several statements of it, with what psql itself is told. */
    SCRIPT,
    /** An expression of SQL. */
    EXPRESSION,
    /** A table's name, as SQL has it. */
    TABLE,
    /** SQL, or a text that reads like it: never certain, whatever it looks like. */
    PERHAPS,
    /** For people, or in a language that is not SQL. */
    PROSE,
    /** Nothing tells. */
    UNKNOWN
}

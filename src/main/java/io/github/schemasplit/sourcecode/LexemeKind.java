package io.github.schemasplit.sourcecode;

/** What a piece of code is. Comments and blanks are none. */
enum LexemeKind {
    /** A name or a keyword. */
    WORD,
    NUMBER,
    STRING,
    /** Punctuation or an operator. */
    MARK,
    /** What is neither, such as a regular expression. */
    OTHER
}

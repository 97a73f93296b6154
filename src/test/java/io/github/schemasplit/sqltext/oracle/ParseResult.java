package io.github.schemasplit.sqltext.oracle;

/** What PostgreSQL's parser makes of a text. */
public sealed interface ParseResult permits ParseTree, ParseError {}

package io.github.schemasplit.analysis;

/** What serves a relation's old name after the move, as far as its use is known; each does what those before it do not. */
public enum Verdict {
    /** A view under the old name does. */
    VIEW,
    /** A view does not, but all that it does not serve names the relation without a schema, so that a search_path does. */
    SEARCH_PATH,
    /** The code has to be changed first. */
    CODE_FIRST
}

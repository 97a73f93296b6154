package io.github.schemasplit.hostile;

/**
 * What makes one object, or one property of one, in a random database. Its numbers choose among what the pieces before it made,
 * modulo how much that is, so that any list of pieces is a valid database; a piece that finds nothing to refer to makes nothing.
 *
 * @param name chooses its name
 * @param where chooses its schema
 * @param of chooses the object it belongs to
 * @param with chooses another object that it refers to
 * @param how chooses its options
 */
record Piece(Kind kind, int name, int where, int of, int with, int how) {
    /** Every bit of {@link #how} is a choice of its own. */
    boolean has(int bit) {
        return (how >> bit & 1) == 1;
    }
}

package io.github.schemasplit.dictionary;

import java.util.List;

/**
 * A page of a dictionary.
 *
 * @param file what its file is called, without what says the format; the same for the same schema, and safe on every file system
 * @param title what it is about
 * @param blocks what is on it
 */
public record Page(String file, Line title, List<Block> blocks) {
    /** The file of the page that leads to the others. */
    public static final String INDEX = "index";

    public Page {
        blocks = List.copyOf(blocks);
    }
}

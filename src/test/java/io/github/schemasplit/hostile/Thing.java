package io.github.schemasplit.hostile;

/**
 * An object that statements can name.
 *
 * @param keyword its kind as {@code COMMENT ON} and {@code ALTER … OWNER TO} say it
 * @param schema the schema it is in
 * @param name its name
 * @param suffix what follows the name, such as a routine's arguments
 */
record Thing(String keyword, String schema, String name, String suffix) {
    String sql() {
        return Names.quoted(schema) + "." + Names.quoted(name) + suffix;
    }

    /** As text that names it, such as {@code regclass} reads. */
    String literal() {
        return Names.literal(Names.quoted(schema) + "." + Names.quoted(name));
    }
}

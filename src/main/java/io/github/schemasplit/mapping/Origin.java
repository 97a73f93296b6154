package io.github.schemasplit.mapping;

/**
 * Where a value was written.
 *
 * @param source the file's name as the user gave it, {@code pom.xml}, or {@code -Dschema.x}
 * @param line line from 1; 0 when it is not known
 * @param column column from 1; 0 when it is not known
 * @param path the way to the value, such as {@code schemas.ecommerce.tables[2]}; may be empty
 */
public record Origin(String source, int line, int column, String path) {
    /** The origin of values that nobody wrote. */
    public static final Origin DEFAULT = of("default", "");

    /** The origin of what should have been written and is in no source at all. */
    public static final Origin NOWHERE = of("nowhere", "");

    /** A place in a source of which lines are not known. */
    public static Origin of(String source, String path) {
        return new Origin(source, 0, 0, path);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        } else if (!path.isEmpty()) {
            text.append(' ').append(path);
        }
        return text.toString();
    }
}

package io.github.schemasplit.usecase;

import io.github.schemasplit.sql.Identifier;
import java.nio.file.Path;
import java.util.List;

/**
 * What mapping is to be proposed, and where it goes.
 *
 * @param source the schema to move from
 * @param schemas the names of the schemas, or one number of them; none where the tables decide
 * @param file the file to write
 * @param name that file as the user knows it
 * @param overwrites whether it may replace one that is there
 */
public record InitOrder(Identifier source, List<String> schemas, Path file, String name, boolean overwrites) {
    /** The file that is written where the user names none, beside the POM. */
    public static final String DEFAULT_FILE = "schema-mapping.yml";

    static final String SCHEMAS = "schema.init.schemas";
    static final String FILE = "schema.init.file";
    static final String OVERWRITE = "schema.init.overwrite";

    public InitOrder {
        schemas = List.copyOf(schemas);
    }
}

package io.github.schemasplit.dictionary;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * A schema that a dictionary has a page of.
 *
 * @param name its name
 * @param purpose what it is for, where that is said elsewhere than in its comment
 * @param source whether it is the one that others take their tables from
 */
public record DocumentedSchema(Identifier name, Optional<String> purpose, boolean source) {
    String file() {
        return FileName.of(name);
    }

    Line link() {
        return Line.link(file(), "", name.sql());
    }
}

package io.github.schemasplit.proposal;

import io.github.schemasplit.sql.Identifier;
import java.util.List;

/**
 * A schema of the proposed mapping.
 *
 * @param name its name
 * @param why how it came to that name, for people
 * @param tables the tables that go there, by name
 */
public record ProposedSchema(Identifier name, String why, List<Table> tables) {
    public ProposedSchema {
        tables = List.copyOf(tables);
    }

    /**
     * A table that goes there.
     *
     * @param name its name
     * @param why why it does, for people
     */
    public record Table(Identifier name, String why) {}
}

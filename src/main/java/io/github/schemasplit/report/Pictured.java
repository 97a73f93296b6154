package io.github.schemasplit.report;

import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import java.util.List;

/** What a page has to say of the schemas and tables that its pictures show. */
interface Pictured {
    /** The id of what the page says of a schema; empty where it says nothing. */
    String place(Identifier schema);

    /** The id of what the page says of a table that is in a schema; empty where it says nothing. */
    String place(Identifier schema, SchemaObject table);

    /** What is said beside the name of a schema with so many tables. */
    default String more(Identifier schema, long tables) {
        return Figures.counted(tables, "table");
    }

    /** What is said of how much is in a schema. */
    default List<String> counts(List<SchemaObject> objects) {
        return SchemaList.kinds(objects);
    }

    /** What is said beside the name of a table that is in a schema; mostly nothing. */
    default String more(Identifier schema, SchemaObject table) {
        return "";
    }
}

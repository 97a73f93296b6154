package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;

/**
 * A column as an API writes and reads it.
 *
 * @param name its name
 * @param type its type, as SQL
 * @param writable whether a value can be given, which of a generated one can not
 * @param key whether it belongs to the primary key
 */
record ApiColumn(Identifier name, SqlPart type, boolean writable, boolean key) {
    /** The same, written as another one. */
    ApiColumn writtenAs(ApiColumn other) {
        return new ApiColumn(name, type, other.writable, other.key);
    }

    /** Its name with what it is a column of. */
    SqlPart of(QualifiedName table) {
        return Statement.of("%s.%s", table, name);
    }

    /** Its name in a list of what the rows of a JSON hold. */
    SqlPart declared() {
        return Statement.of("%s %s", name, type);
    }

    /** The value of it that the body of a request has. */
    SqlPart inBody() {
        return Statement.of("pgrst_body.%s", name);
    }
}

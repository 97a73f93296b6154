package io.github.schemasplit.plan;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code COMMENT ON SCHEMA}.
 *
 * @param schema the schema
 * @param comment the comment to give; none when empty
 * @param previous the comment it has; none when empty
 * @param reason why
 */
public record CommentOnSchema(Identifier schema, Optional<String> comment, Optional<String> previous, String reason)
        implements SchemaOperation {
    @Override
    public Statement statement() {
        SqlPart text = comment.isPresent() ? Literal.of(comment.get()) : new Statement("NULL");
        return Statement.of("COMMENT ON SCHEMA %s IS %s", schema, text);
    }

    @Override
    public CommentOnSchema inverse() {
        return new CommentOnSchema(schema, previous, comment, reason);
    }
}

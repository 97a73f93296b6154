package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;

/**
 * {@code NOTIFY}: tells whoever listens, such as the server of an API that keeps a copy of the catalog, once the transaction has
 * committed and not before. What takes it back has to be told just the same.
 *
 * @param channel on which channel
 * @param payload what is said
 * @param reason why
 * @see <a href="https://www.postgresql.org/docs/current/sql-notify.html">NOTIFY</a>
 */
public record Notify(Identifier channel, String payload, String reason) implements Operation {
    @Override
    public Statement statement() {
        return Statement.of("NOTIFY %s, %s", channel, Literal.of(payload));
    }

    @Override
    public Notify inverse() {
        return this;
    }

    @Override
    public boolean changes(CatalogObject object) {
        return false;
    }

    @Override
    public String subject() {
        return "channel " + channel;
    }
}

package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What later objects of roles will give to others: in one schema, where it adds to what the server gives, or in every schema, where it
 * takes the place of that.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">ALTER DEFAULT PRIVILEGES</a>
 */
final class DefaultPrivileges {
    /** Where those of every schema are on the index. */
    static final String ANCHOR = "default-privileges";

    static final List<String> COLUMNS = List.of("Made by", "What", "Role", "Privileges");

    private final DocumentedDatabase database;

    DefaultPrivileges(DocumentedDatabase database) {
        this.database = database;
    }

    /**
     * Rows of a table.
     *
     * @param schema in which schema; empty for every one
     */
    List<List<Line>> rows(Optional<Identifier> schema) {
        List<List<Line>> rows = new ArrayList<>();
        for (DefaultAcl each : all(schema)) {
            AclKind kind = kind(each.objectType()).orElseThrow();
            Access access = Access.of(kind, each.acl().items(), each.role(), database.major());
            access.byGrantee().forEach((grantee, may) -> rows.add(row(each, kind, grantee, may)));
            if (schema.isEmpty() && !access.byGrantee().containsKey(Grantee.PUBLIC)) {
                Optional.ofNullable(Access.of(
                                        kind,
                                        kind.byDefault(each.role(), database.major()),
                                        each.role(),
                                        database.major())
                                .byGrantee()
                                .get(Grantee.PUBLIC))
                        .ifPresent(lost -> rows.add(row(each, kind, Grantee.PUBLIC, "no " + lost)));
            }
        }
        return rows;
    }

    private static List<Line> row(DefaultAcl acl, AclKind kind, Grantee grantee, String may) {
        return List.of(Line.code(acl.role().sql()), Line.text(kind.plural()), Access.who(grantee), Line.text(may));
    }

    private List<DefaultAcl> all(Optional<Identifier> schema) {
        return database.snapshot().all(DefaultAcl.class).stream()
                .filter(d -> d.schema().equals(schema))
                .filter(d -> kind(d.objectType()).isPresent())
                .sorted(Comparator.comparing(DefaultAcl::role).thenComparing(d -> (int) d.objectType()))
                .toList();
    }

    private static Optional<AclKind> kind(char objectType) {
        for (AclKind kind : AclKind.values()) {
            if (kind.objectType() == objectType) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

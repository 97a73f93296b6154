package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an HTTP API lets its callers do with tables that have no row security: everything that its request roles hold privileges for. */
final class ApiExposure {
    private static final Set<Privilege> ON_ROWS =
            EnumSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    private final RestApi api;
    private final Reach reach;
    private final RowReaders readers;
    private final Snapshot snapshot;

    ApiExposure(RestApi api, Assignment assignment) {
        this.api = api;
        this.reach = new Reach(assignment);
        this.snapshot = assignment.snapshot();
        this.readers = new RowReaders(snapshot);
    }

    /** The request roles that get at the rows of a table by a name that it has in a schema. */
    Set<Identifier> now(Relation table, Identifier schema) {
        Set<Identifier> roles = new TreeSet<>();
        if (api.serves(schema) && isOpen(table)) {
            for (Identifier role : boundBy(table)) {
                if (reach.hasUsage(role, schema)) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    /** The request roles that get at the rows of a table once it is in another schema. */
    Set<Identifier> after(Relation table, Identifier schema) {
        Set<Identifier> roles = new TreeSet<>();
        if (api.servesAfter(schema) && isOpen(table)) {
            for (Identifier role : boundBy(table)) {
                if (reach.hasUsageInTheEnd(role, schema)) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    private boolean isOpen(Relation table) {
        return (table.kind() == RelationKind.TABLE || table.kind() == RelationKind.PARTITIONED_TABLE)
                && !table.rowSecurity()
                && !table.temporary()
                && !snapshot.isExtensionMember(table.id());
    }

    /** The request roles that hold privileges on its rows, and that row security would keep from some. */
    private Set<Identifier> boundBy(Relation table) {
        Set<Grantee> grantees = RowReaders.grantees(table, ON_ROWS);
        Set<Identifier> bound = new TreeSet<>();
        for (Identifier role : api.requestRoles()) {
            if (readers.isAmong(role, grantees) && !readers.bypasses(role, table)) {
                bound.add(role);
            }
        }
        return bound;
    }

    /** The end of a message about some tables. */
    static String consequence(List<Relation> tables, Set<Identifier> roles) {
        boolean one = tables.size() == 1;
        return " (" + Words.described(tables) + ") " + (one ? "has" : "have")
                + " no row security, and the HTTP API serves that schema to " + Words.some(roles)
                + ", so that whoever calls it can do with every row what these roles may do with one";
    }

    static String remedy(List<Relation> tables) {
        List<Statement> enable = new ArrayList<>();
        for (Relation table : tables) {
            enable.add(Statement.of("ALTER TABLE %s ENABLE ROW LEVEL SECURITY", table.name()));
        }
        return "run, with policies for the rows that they are to see, since without any they see none: "
                + Run.all(enable);
    }
}

package io.github.schemasplit.verify;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether compatibility views still give everybody what they stand for gives, and no more. */
final class OldNameViews {
    /** What an owner has by default, but for MAINTAIN, which a view has no use for. */
    private static final List<Privilege> OF_OWNER = List.of(
            Privilege.INSERT,
            Privilege.SELECT,
            Privilege.UPDATE,
            Privilege.DELETE,
            Privilege.TRUNCATE,
            Privilege.REFERENCES,
            Privilege.TRIGGER);

    private final CompatibilityViews views;

    OldNameViews(Snapshot database) {
        this.views = CompatibilityViews.in(database);
    }

    /** Those that do not. One that a trial has closed to everybody is left alone. */
    Stream<Finding> findings() {
        return views.all().stream()
                .sorted(Comparator.comparing(Relation::name))
                .flatMap(view -> views.relation(view).stream().flatMap(relation -> findings(view, relation).stream()));
    }

    private static List<Finding> findings(Relation view, Relation relation) {
        List<Finding> findings = new ArrayList<>();
        if (relation.rowSecurity() && !view.securityInvoker()) {
            findings.add(new Finding(
                    FindingCode.OLD_NAME_SHOWS_ROWS,
                    Severity.ERROR,
                    view.describe(),
                    "It shows every row of " + relation.describe()
                            + " to whoever may read it, since row security was enabled on that after the view was made.",
                    "Run schema:contract -Dschema.contract.names="
                            + view.name().name().value() + ", or disable row security until nothing uses that name.",
                    Optional.empty()));
        }
        if (!CompatibilityViews.isClosed(view) && !privileges(view).equals(privileges(relation))) {
            findings.add(differs(
                    view,
                    Severity.ERROR,
                    "Its owner or its privileges are not those of " + relation.describe() + ".",
                    "Give both the same: GRANT and REVOKE on one of them, or ALTER … OWNER TO."));
        }
        Set<Identifier> hidden = new TreeSet<>();
        relation.columns().forEach(column -> hidden.add(column.name()));
        view.columns().forEach(column -> hidden.remove(column.name()));
        if (!hidden.isEmpty()) {
            findings.add(differs(
                    view,
                    Severity.WARNING,
                    "It does not show what " + relation.describe() + " got since: " + hidden + ".",
                    "Use the new name for these columns."));
        }
        return findings;
    }

    private static Finding differs(Relation view, Severity severity, String message, String remedy) {
        return new Finding(FindingCode.OLD_NAME_DIFFERS, severity, view.describe(), message, remedy, Optional.empty());
    }

    /** Who holds what, on all of it and on its columns, as lines; an owner may grant on whatever it holds. */
    private static Set<String> privileges(Relation relation) {
        Set<String> lines = new TreeSet<>(Set.of("owner " + relation.owner()));
        if (relation.acl().isPresent()) {
            add(lines, "", relation.acl().get(), relation.owner());
        } else {
            for (Privilege privilege : OF_OWNER) {
                lines.add(line("", Grantee.of(relation.owner()), privilege, false));
            }
        }
        for (Column column : relation.columns()) {
            column.acl().ifPresent(acl -> add(lines, column.name().value(), acl, relation.owner()));
        }
        return lines;
    }

    private static void add(Set<String> lines, String column, Acl acl, Identifier owner) {
        for (AclItem item : acl.items()) {
            for (Privilege privilege : item.privileges()) {
                if (privilege != Privilege.MAINTAIN) {
                    boolean grantable = item.grantable().contains(privilege)
                            && !item.grantee().equals(Grantee.of(owner));
                    lines.add(line(column, item.grantee(), privilege, grantable));
                }
            }
        }
    }

    private static String line(String column, Grantee grantee, Privilege privilege, boolean grantable) {
        return column + " " + grantee + " " + privilege + (grantable ? " grantable" : "");
    }
}

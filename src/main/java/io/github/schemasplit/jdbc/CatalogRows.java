package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.EventTrigger;
import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.ForeignServer;
import io.github.schemasplit.catalog.Index;
import io.github.schemasplit.catalog.NamedObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.OtherObject;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.PolicyCommand;
import io.github.schemasplit.catalog.Publication;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.ReplaceObstacle;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Rule;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SearchPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rows of the catalog queries are: one method a query, its calls in the order of the select list. */
final class CatalogRows {
    private CatalogRows() {}

    static Server server(Row row) throws SQLException {
        return new Server(
                (int) row.number(),
                row.text(),
                row.name(),
                row.number(),
                row.name(),
                row.flag(),
                row.flag(),
                row.texts(),
                row.name(),
                row.names(),
                row.names(),
                row.textIfAny().map(SearchPath::of),
                row.flag(),
                row.flag());
    }

    static Role role(Row row) throws SQLException {
        return new Role(
                row.number(),
                row.name(),
                row.flag(),
                row.flag(),
                row.flag(),
                memberships(row),
                row.texts(),
                row.texts(),
                row.flag());
    }

    private static List<Role.Membership> memberships(Row row) throws SQLException {
        List<String> roles = row.texts();
        List<Boolean> inherits = row.flags();
        List<Role.Membership> memberships = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            memberships.add(new Role.Membership(Identifier.of(roles.get(i)), inherits.get(i)));
        }
        return memberships;
    }

    static Schema schema(Row row) throws SQLException {
        return new Schema(row.number(), row.name(), row.name(), row.acl());
    }

    static Column column(Row row) throws SQLException {
        return new Column((int) row.number(), row.name(), row.number(), row.flag(), row.acl(), row.attributes());
    }

    static Relation relation(Row row, Map<Long, List<Column>> columns) throws SQLException {
        long oid = row.number();
        QualifiedName name = row.qualifiedName();
        RelationKind kind = RelationKind.ofLetter(row.letter());
        Identifier owner = row.name();
        Optional<Acl> acl = row.acl();
        boolean temporary = row.flag();
        boolean unlogged = row.flag();
        boolean partition = row.flag();
        boolean rowSecurity = row.flag();
        boolean rowSecurityForced = row.flag();
        boolean securityInvoker = row.flag();
        List<Long> parents = row.numbers();
        List<String> foreignOptions = row.texts();
        long rowEstimate = row.number();
        long bytes = row.number();
        return new Relation(
                oid,
                name,
                kind,
                owner,
                acl,
                temporary,
                unlogged,
                partition,
                rowSecurity,
                rowSecurityForced,
                securityInvoker,
                parents,
                foreignOptions,
                columns.getOrDefault(oid, List.of()),
                row.attributes(),
                rowEstimate,
                bytes);
    }

    static Constraint constraint(Row row) throws SQLException {
        return new Constraint(
                row.number(),
                row.name(),
                row.letter(),
                row.number(),
                columnNumbers(row),
                row.numberIfAny(),
                columnNumbers(row),
                row.flag(),
                row.nameIfAny(),
                row.attributes());
    }

    private static List<Integer> columnNumbers(Row row) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        for (Long number : row.numbers()) {
            numbers.add(number.intValue());
        }
        return numbers;
    }

    static Index index(Row row) throws SQLException {
        return new Index(row.number(), row.qualifiedName(), row.number(), (int) row.number(), row.attributes());
    }

    static Trigger trigger(Row row) throws SQLException {
        return new Trigger(
                row.number(),
                row.name(),
                row.number(),
                row.number(),
                triggerArguments(row.text()),
                row.textIfAny(),
                row.attributes());
    }

    /** A zero ends each of them. */
    private static List<String> triggerArguments(String hex) {
        if (hex.isEmpty()) {
            return List.of();
        }
        String all = new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
        return List.of(all.substring(0, all.length() - 1).split("\0", -1));
    }

    /** A policy or a rule. */
    static CatalogObject rewriting(Row row) throws SQLException {
        boolean policy = row.letter() == 'p';
        long oid = row.number();
        Identifier name = row.name();
        long relation = row.number();
        return policy
                ? new Policy(
                        oid,
                        name,
                        relation,
                        PolicyCommand.ofLetter(row.letter()),
                        row.flag(),
                        row.numbers(),
                        columnNumbers(row),
                        row.attributes())
                : new Rule(oid, name, relation, row.attributes());
    }

    static StatisticsObject statisticsObject(Row row) throws SQLException {
        return new StatisticsObject(row.number(), row.qualifiedName(), row.number(), row.name(), row.attributes());
    }

    static Type type(Row row) throws SQLException {
        return new Type(
                row.number(),
                row.qualifiedName(),
                row.letter(),
                row.name(),
                row.acl(),
                row.number(),
                row.number(),
                row.attributes());
    }

    static Routine routine(Row row) throws SQLException {
        return new Routine(
                row.number(),
                row.qualifiedName(),
                row.commonText(),
                row.numbers(),
                row.number(),
                row.letter(),
                row.name(),
                row.name(),
                row.acl(),
                row.flag(),
                row.texts(),
                row.text(),
                row.textIfAny(),
                ReplaceObstacle.valueOf(row.text()),
                row.attributes());
    }

    static Publication publication(Row row) throws SQLException {
        return new Publication(
                row.number(),
                row.name(),
                row.name(),
                row.flag(),
                row.numbers(),
                row.numbers(),
                names(row),
                row.attributes());
    }

    private static List<Identifier> names(Row row) throws SQLException {
        List<Identifier> names = new ArrayList<>();
        for (String name : row.texts()) {
            names.add(Identifier.of(name));
        }
        return names;
    }

    static DefaultAcl defaultAcl(Row row) throws SQLException {
        return new DefaultAcl(
                row.number(),
                row.name(),
                row.nameIfAny(),
                row.letter(),
                row.acl().orElse(new Acl(List.of())));
    }

    static Extension extension(Row row) throws SQLException {
        return new Extension(row.number(), row.name(), row.name(), row.text(), row.numbers(), row.attributes());
    }

    /** A foreign server has whether it is this database, an event trigger its routine; of others, one with a schema has what its commands name it by, another one a name for people. */
    static CatalogObject other(Row row) throws SQLException {
        ObjectId id = new ObjectId(Catalog.ofOid(row.number()).orElseThrow(), row.number());
        String name = row.text();
        Optional<Identifier> schema = row.nameIfAny();
        String arguments = row.text();
        Identifier owner = row.name();
        if (id.catalog() == Catalog.PG_EVENT_TRIGGER) {
            return new EventTrigger(id, name, Long.parseLong(arguments), row.text());
        }
        if (id.catalog() == Catalog.PG_FOREIGN_SERVER) {
            return new ForeignServer(id, name, ForeignServer.Here.valueOf(arguments), row.text());
        }
        return schema.isPresent()
                ? new NamedObject(
                        id, new QualifiedName(schema.get(), Identifier.of(name)), arguments, owner, row.text())
                : new OtherObject(id, name, row.text());
    }
}

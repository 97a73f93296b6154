package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AclParserTest {
    private static final Identifier POSTGRES = Identifier.of("postgres");

    @Test
    void readsPrivilegesGrantOptionsAndGrantorInOrder() {
        assertThat(AclParser.parse("{postgres=a*r/postgres,=U/postgres,\"\\\"a b\\\"=w/\\\"x\\\"\\\"y\\\"\"}"))
                .isEqualTo(new Acl(List.of(
                        item(
                                Grantee.of(POSTGRES),
                                Set.of(Privilege.INSERT, Privilege.SELECT),
                                Set.of(Privilege.INSERT),
                                POSTGRES),
                        item(Grantee.PUBLIC, Set.of(Privilege.USAGE), Set.of(), POSTGRES),
                        item(
                                Grantee.of(Identifier.of("a b")),
                                Set.of(Privilege.UPDATE),
                                Set.of(),
                                Identifier.of("x\"y")))));
    }

    @Test
    void readsAnEmptyListAsNoItems() {
        assertThat(AclParser.parse("{}").items()).isEmpty();
    }

    @Test
    void keepsTheOidOfARoleThatIsGone() {
        assertThat(AclParser.parse("{12345=r/67890}").items())
                .containsExactly(item(
                        Grantee.of(Identifier.of("12345")),
                        Set.of(Privilege.SELECT),
                        Set.of(),
                        Identifier.of("67890")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{x}", "{x=r}", "{=?/x}", "{=r/}", "{=r/x=r}", "{=*/x}"})
    void refusesWhatIsNoAcl(String text) {
        assertThatThrownBy(() -> AclParser.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @PostgresTest
    void readsWhatTheServerPrintsForRolesOfHostileNames(TestDatabase database) {
        List<String> roles = List.of(
                "jdbc a b",
                "jdbc\"quote",
                "jdbc\"\"two",
                "jdbc,comma",
                "jdbc\\back",
                "jdbc=equals",
                "jdbc/slash",
                "jdbc{brace}",
                "jdbcGröße",
                "jdbc'q",
                "jdbc*",
                "jdbc%s$1",
                "jdbc" + "x".repeat(59),
                "77012");
        database.execute("CREATE TABLE t (a int, b int)");
        for (String role : roles) {
            String name = "\"" + role.replace("\"", "\"\"") + "\"";
            database.execute("CREATE ROLE " + name + "; GRANT SELECT, UPDATE ON t TO " + name
                    + " WITH GRANT OPTION; GRANT INSERT (b) ON t TO " + name);
        }
        try {
            Snapshot snapshot = Specimen.read(database);
            Acl table = snapshot.relation(QualifiedName.of("public", "t"))
                    .flatMap(r -> r.acl())
                    .orElseThrow();
            Acl column = snapshot.relation(QualifiedName.of("public", "t"))
                    .flatMap(r -> r.column(2))
                    .flatMap(c -> c.acl())
                    .orElseThrow();
            assertThat(names(table)).startsWith("postgres").endsWith(roles.toArray(String[]::new));
            assertThat(names(column)).isEqualTo(roles);
            assertThat(table.items().get(1).grantable()).containsExactlyInAnyOrder(Privilege.SELECT, Privilege.UPDATE);
        } finally {
            for (String role : roles) {
                String name = "\"" + role.replace("\"", "\"\"") + "\"";
                database.execute("DROP OWNED BY " + name + "; DROP ROLE " + name);
            }
        }
    }

    private static List<String> names(Acl acl) {
        return acl.items().stream()
                .map(i -> i.grantee().role().map(Identifier::value).orElse(""))
                .collect(Collectors.toList());
    }

    private static AclItem item(
            Grantee grantee, Set<Privilege> privileges, Set<Privilege> grantable, Identifier grantor) {
        return new AclItem(grantee, privileges, grantable, grantor);
    }
}

package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedUseTest {
    @Test
    void takesASymbolAfterASchemaForAnOperatorWhereverItStands() {
        assertThat(
                        kinds(
                                "ALTER OPERATOR FAMILY x.f USING btree ADD OPERATOR 1 s.< (int, int), OPERATOR 2 s.<= (int, int)"))
                .containsExactly("operator <", "operator <=");
        assertThat(kinds("DROP OPERATOR s.# (int, int), s.@@ (int, int)")).containsExactly("operator #", "operator @@");
        assertThat(kinds("CREATE TABLE t (EXCLUDE USING gist (a WITH s.&&, b WITH OPERATOR(s.=)))"))
                .containsExactly("operator &&", "operator =");
    }

    @Test
    void takesAStarForAllColumnsUnlessWordsSayThatItIsAnOperator() {
        assertThat(kinds("SELECT s.*, a OPERATOR(s.*) b FROM t s")).containsExactly("operator *");
    }

    private static List<String> kinds(String sql) {
        return NamedUse.in(sql, StringSyntax.STANDARD, Set.of(Identifier.of("s"))).stream()
                .map(use -> use.kind() + " " + use.name().identifier().value())
                .toList();
    }
}

package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a row-security policy.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createpolicy.html">CREATE POLICY</a>
 */
final class PolicyParser {
    private static final List<String> KEYS = List.of("table", "name", "for", "to", "using", "check");
    private static final List<String> COMMANDS = List.of("all", "select", "insert", "update", "delete");

    /** The commands that read or remove rows and write none. */
    private static final Set<String> WITHOUT_CHECK = Set.of("select", "delete");

    private final Problems problems;

    PolicyParser(Problems problems) {
        this.problems = problems;
    }

    /** The policy, if it has a table and a name. */
    Optional<Located<PolicyEntry>> parse(MappingNode.Fields fields) {
        FieldsReader reader = new FieldsReader(fields, "a policy", KEYS, problems);
        Optional<Identifier> table = name(reader, fields, "table", "table");
        Optional<Identifier> name = name(reader, fields, "name", "policy");
        String command = command(reader);
        List<Identifier> roles = NameRules.identifiers(reader.texts("to"), "role", problems);
        Optional<String> using = reader.text("using").map(MappingNode.Scalar::text);
        Optional<String> check = reader.text("check").map(MappingNode.Scalar::text);
        checkExpressions(reader, fields, command);
        if (table.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        PolicyEntry entry = new PolicyEntry(table.get().value(), name.get().value(), command, roles, using, check);
        return Optional.of(new Located<>(entry, fields.origin()));
    }

    private Optional<Identifier> name(FieldsReader reader, MappingNode.Fields fields, String key, String what) {
        if (reader.field(key).isEmpty()) {
            problems.add(fields.origin(), "this policy has no " + key + "; write the key " + key);
        }
        return reader.text(key).flatMap(t -> NameRules.identifier(t.text(), t.origin(), what, problems));
    }

    private String command(FieldsReader reader) {
        Optional<MappingNode.Scalar> written = reader.text("for");
        written.filter(w -> !COMMANDS.contains(w.text()))
                .ifPresent(w -> problems.add(
                        w.origin(),
                        Quoted.of(w.text()) + " is no command of a policy" + Problems.writeOneOf(w.text(), COMMANDS)));
        return written.map(MappingNode.Scalar::text).orElse("all");
    }

    private void checkExpressions(FieldsReader reader, MappingNode.Fields fields, String command) {
        Optional<MappingNode.Field> using = reader.field("using");
        Optional<MappingNode.Field> check = reader.field("check");
        if (using.isEmpty() && check.isEmpty()) {
            problems.add(
                    fields.origin(),
                    "this policy has neither using nor check; write the expression that rows must meet");
        }
        if (command.equals("insert")) {
            using.ifPresent(u -> problems.add(
                    u.origin(),
                    "a policy for insert has no using, since there is no row yet; write the expression as check"));
        }
        if (WITHOUT_CHECK.contains(command)) {
            check.ifPresent(c -> problems.add(
                    c.origin(),
                    "a policy for " + command
                            + " has no check, since it writes no row; write the expression as using"));
        }
    }
}

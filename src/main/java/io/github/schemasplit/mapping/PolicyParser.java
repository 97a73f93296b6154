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
    private static final List<String> SAID = List.of("as", "for", "to", "using", "check");
    private static final List<String> KEYS =
            List.of("table", "column", "name", "as", "for", "to", "using", "check", "drop");
    private static final List<String> KINDS = List.of("permissive", "restrictive");
    private static final List<String> COMMANDS = List.of("all", "select", "insert", "update", "delete");
    private static final List<String> ANSWERS = List.of("true", "false");

    /** The commands that read or remove rows and write none. */
    private static final Set<String> WITHOUT_CHECK = Set.of("select", "delete");

    private static final Identifier EVERYBODY = Identifier.of("public");

    private final Problems problems;

    PolicyParser(Problems problems) {
        this.problems = problems;
    }

    /** The policy, if it has a name and what it is on. */
    Optional<Located<PolicyEntry>> parse(MappingNode.Fields fields) {
        FieldsReader reader = new FieldsReader(fields, "a policy", KEYS, problems);
        Optional<PolicyTables> tables = tables(reader);
        Optional<Identifier> name = name(reader);
        PolicyTerms terms = new PolicyTerms(
                word(reader, "as", "kind", KINDS).equals("permissive"),
                word(reader, "for", "command", COMMANDS),
                roles(reader),
                reader.text("using").map(MappingNode.Scalar::text),
                reader.text("check").map(MappingNode.Scalar::text));
        boolean drop = drop(reader);
        if (drop) {
            checkNothingSaid(reader);
        } else {
            checkExpressions(reader, terms.command());
        }
        if (tables.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Located<>(
                drop ? PolicyEntry.dropped(tables.get(), name.get()) : terms.entry(tables.get(), name.get()),
                fields.origin()));
    }

    /** What is said of a policy besides its name and its tables. */
    private record PolicyTerms(
            boolean permissive,
            String command,
            List<Identifier> roles,
            Optional<String> using,
            Optional<String> check) {
        PolicyEntry entry(PolicyTables tables, Identifier name) {
            return new PolicyEntry(tables, name, permissive, command, roles, using, check);
        }
    }

    private Optional<PolicyTables> tables(FieldsReader reader) {
        Optional<MappingNode.Field> table = reader.field("table");
        Optional<MappingNode.Field> column = reader.field("column");
        if (table.isEmpty() && column.isEmpty()) {
            problems.add(
                    reader.origin(),
                    "this policy has no table; write the key table, or column for every table that has it");
        }
        if (table.isPresent() && column.isPresent()) {
            problems.add(
                    column.get().origin(),
                    "this policy has a table and a column; write table for one table, or column for every table that has it");
        }
        Optional<Identifier> named = identifier(reader, "table", "table");
        Optional<Identifier> with = identifier(reader, "column", "column");
        return named.isPresent() ? named.map(PolicyTables.Named::new) : with.map(PolicyTables.WithColumn::new);
    }

    private Optional<Identifier> name(FieldsReader reader) {
        if (reader.field("name").isEmpty()) {
            problems.add(reader.origin(), "this policy has no name; write the key name");
        }
        return identifier(reader, "name", "policy");
    }

    private Optional<Identifier> identifier(FieldsReader reader, String key, String what) {
        Optional<MappingNode.Scalar> name = reader.text(key);
        return name.isPresent()
                ? NameRules.identifier(name.get().text(), name.get().origin(), what, problems)
                : Optional.empty();
    }

    /** The word of a key, or else the first that there is. */
    private String word(FieldsReader reader, String key, String what, List<String> words) {
        Optional<MappingNode.Scalar> written = reader.text(key);
        if (written.isEmpty()) {
            return words.get(0);
        }
        String word = written.get().text();
        if (!words.contains(word)) {
            problems.add(
                    written.get().origin(),
                    Quoted.of(word) + " is no " + what + " of a policy" + Problems.writeOneOf(word, words));
        }
        return word;
    }

    /** None for PUBLIC, which is no role and stands alone. */
    private List<Identifier> roles(FieldsReader reader) {
        List<MappingNode.Scalar> written = reader.texts("to");
        List<Identifier> roles = NameRules.identifiers(written, "role", problems);
        if (!roles.contains(EVERYBODY)) {
            return roles;
        }
        if (roles.size() > 1) {
            problems.add(
                    written.get(0).origin(),
                    "the role 'public' is everybody, the other roles of this list included; write it alone, or without it");
        }
        return List.of();
    }

    private boolean drop(FieldsReader reader) {
        Optional<MappingNode.Scalar> written = reader.text("drop");
        if (written.isEmpty()) {
            return false;
        }
        String answer = written.get().text();
        if (!ANSWERS.contains(answer)) {
            problems.add(
                    written.get().origin(),
                    "drop cannot be " + Quoted.of(answer) + Problems.writeOneOf(answer, ANSWERS));
        }
        return answer.equals("true");
    }

    private void checkNothingSaid(FieldsReader reader) {
        for (String key : SAID) {
            reader.field(key)
                    .ifPresent(f -> problems.add(
                            f.origin(),
                            "this policy is to be dropped, and " + key + " says what it is to be; remove " + key
                                    + ", or drop"));
        }
    }

    private void checkExpressions(FieldsReader reader, String command) {
        Optional<MappingNode.Field> using = reader.field("using");
        Optional<MappingNode.Field> check = reader.field("check");
        if (using.isEmpty() && check.isEmpty()) {
            problems.add(
                    reader.origin(),
                    "this policy has neither using nor check; write the expression that rows must meet");
        }
        if (command.equals("insert") && using.isPresent()) {
            problems.add(
                    using.get().origin(),
                    "a policy for insert has no using, since there is no row yet; write the expression as check");
        }
        if (WITHOUT_CHECK.contains(command) && check.isPresent()) {
            problems.add(
                    check.get().origin(),
                    "a policy for " + command + " has no check, since it writes no row; write the expression as using");
        }
    }
}

package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the values of settings name of what moves, and what they are to be afterwards. */
public final class SettingValues {
    /** With what the settings of PostgREST begin. */
    public static final String POSTGREST = "pgrst.";

    private static final Set<String> SCHEMA_LISTS =
            Set.of("pgrst.db_schemas", "pgrst.db_schema", "pgrst.db_extra_search_path");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final Identifier source;
    private final List<Identifier> targets;
    private final MovingNames moving;
    private final NameResolver resolver;

    public SettingValues(RoutineTexts texts) {
        Assignment assignment = texts.assignment();
        this.source = assignment.mapping().source().value();
        this.targets = assignment.targets();
        this.moving = texts.moving();
        this.resolver = texts.resolver();
    }

    /** What a value names; empty when that is nothing of the move, or for the rule of search_path to say. */
    public Optional<String> named(String setting, String value) {
        if (setting.equals("search_path")) {
            return Optional.empty();
        }
        if (isElsewhere(value)) {
            return Optional.empty();
        }
        boolean custom = setting.indexOf('.') >= 0;
        Set<String> names = NamesInText.of(value);
        if (!custom && !value.startsWith(source.value() + ".")) {
            return Optional.empty();
        }
        List<String> bearers = moving.bearers(names);
        if (!bearers.isEmpty()) {
            return Optional.of(Words.some(bearers));
        }
        boolean all = SCHEMA_LISTS.contains(setting)
                && elements(value)
                        .containsAll(targets.stream().map(Identifier::value).toList());
        return custom && names.contains(source.value()) && !all && !value.contains(source.value() + ".")
                ? Optional.of("schema " + source)
                : Optional.empty();
    }

    /** What the value is to be; empty where only a person can tell. */
    public Optional<String> after(String setting, String value) {
        return SCHEMA_LISTS.contains(setting) ? list(value) : name(value);
    }

    /** A list of schemas with the target schemas; PostgREST takes names as they are, between commas. */
    private Optional<String> list(String value) {
        Set<String> schemas = new LinkedHashSet<>(elements(value));
        for (Identifier target : targets) {
            if (target.value().indexOf(',') >= 0
                    || !target.value().equals(target.value().strip())) {
                return Optional.empty();
            }
            schemas.add(target.value());
        }
        return Optional.of(String.join(", ", schemas));
    }

    private static List<String> elements(String value) {
        return Arrays.asList(COMMA.split(value.strip()));
    }

    /** The new name of what a value is the name of, with its schema, and nothing else. */
    public Optional<String> name(String value) {
        Literal literal = Literal.of(value);
        return name("to_regclass", literal).or(() -> name("to_regproc", literal));
    }

    private Optional<String> name(String lookup, Literal name) {
        for (Reference reference : references(lookup, name)) {
            List<NamePart> parts = reference.parts();
            if (parts.size() == 2 && resolver.meaning(reference, Set.of()) instanceof Meaning.Moved moved) {
                return Optional.of(
                        new QualifiedName(moved.target(), parts.get(1).identifier()).sql());
            }
        }
        return Optional.empty();
    }

    /** Whether a value is the name of something in another schema, and nothing else. */
    private boolean isElsewhere(String value) {
        return references("to_regclass", Literal.of(value)).stream()
                .anyMatch(r ->
                        r.parts().size() == 2 && !r.parts().get(0).identifier().equals(source));
    }

    private static List<Reference> references(String lookup, Literal name) {
        return References.ofStatements("SELECT " + lookup + "(" + name.sql() + ")", StringSyntax.STANDARD).stream()
                .filter(r -> r.place() == Reference.Place.CONSTANT)
                .toList();
    }
}

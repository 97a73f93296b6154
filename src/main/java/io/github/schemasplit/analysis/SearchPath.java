package io.github.schemasplit.analysis;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A search_path.
 *
 * @param schemas its schemas in order, {@code $user} as it is
 */
record SearchPath(List<Identifier> schemas) {
    /** What a server has that nobody configured. */
    static final SearchPath DEFAULT = new SearchPath(List.of(Identifier.of("$user"), Identifier.of("public")));

    private static final String SETTING = "search_path=";
    private static final Pattern ELEMENT = Pattern.compile("\"((?:[^\"]|\"\")*+)\"|[^\\s,]+");

    SearchPath {
        schemas = List.copyOf(schemas);
    }

    /** The one that settings give: the last among those that are written {@code name=value}. */
    static Optional<SearchPath> in(Collection<String> settings) {
        return settings.stream()
                .filter(s -> s.startsWith(SETTING))
                .reduce((first, second) -> second)
                .map(s -> parse(s.substring(SETTING.length())));
    }

    boolean contains(Identifier schema) {
        return schemas.contains(schema);
    }

    /** The same with more schemas, each once, right behind one that it has. */
    SearchPath with(Collection<Identifier> more, Identifier behind) {
        List<Identifier> extended = new ArrayList<>(schemas);
        extended.addAll(
                extended.indexOf(behind) + 1,
                more.stream().filter(s -> !schemas.contains(s)).toList());
        return new SearchPath(extended);
    }

    /** As it is written in SET. */
    String sql() {
        return Statement.list(schemas).sql();
    }

    private static SearchPath parse(String value) {
        Matcher elements = ELEMENT.matcher(value);
        return new SearchPath(Stream.iterate(elements, m -> m)
                .takeWhile(Matcher::find)
                .map(m -> Optional.ofNullable(m.group(1))
                        .map(quoted -> quoted.replace("\"\"", "\""))
                        .orElseGet(() -> m.group().toLowerCase(Locale.ROOT)))
                .filter(name -> !name.isEmpty())
                .map(Identifier::of)
                .toList());
    }
}

package io.github.schemasplit.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A search_path.
 *
 * @param schemas its schemas in order, {@code $user} as it is
 */
public record SearchPath(List<Identifier> schemas) implements SqlPart {
    /** What a server has that nobody configured. */
    public static final SearchPath DEFAULT = new SearchPath(List.of(Identifier.of("$user"), Identifier.of("public")));

    /** What a setting of one begins with. */
    public static final String SETTING = "search_path=";

    private static final Pattern ELEMENT = Pattern.compile("\"((?:[^\"]|\"\")*+)\"|[^\\s,]+");

    public SearchPath {
        schemas = List.copyOf(schemas);
    }

    /** The one that settings give: the last among those that are written {@code name=value}. */
    public static Optional<SearchPath> in(Collection<String> settings) {
        Optional<SearchPath> last = Optional.empty();
        for (String setting : settings) {
            if (isOne(setting)) {
                last = Optional.of(of(setting.substring(SETTING.length())));
            }
        }
        return last;
    }

    /** The one that a setting's value gives. */
    public static SearchPath of(String value) {
        List<Identifier> schemas = new ArrayList<>();
        Matcher elements = ELEMENT.matcher(value);
        while (elements.find()) {
            String quoted = elements.group(1);
            String name = quoted == null ? elements.group().toLowerCase(Locale.ROOT) : quoted.replace("\"\"", "\"");
            if (!name.isEmpty()) {
                schemas.add(Identifier.of(name));
            }
        }
        return new SearchPath(schemas);
    }

    public boolean contains(Identifier schema) {
        return schemas.contains(schema);
    }

    /**
     * The same with more schemas, each once, right behind one that it has.
     *
     * @param more in order, those that it has among them
     */
    public SearchPath with(Collection<Identifier> more, Identifier behind) {
        List<Identifier> extended = new ArrayList<>(schemas);
        int next = extended.indexOf(behind) + 1;
        for (Identifier schema : more) {
            if (!extended.contains(schema)) {
                extended.add(next++, schema);
            } else if (next < extended.size() && extended.get(next).equals(schema)) {
                next++;
            }
        }
        return new SearchPath(extended);
    }

    /** The same without some schemas. */
    public SearchPath without(Collection<Identifier> some) {
        List<Identifier> left = new ArrayList<>(schemas);
        left.removeAll(some);
        return new SearchPath(left);
    }

    // Written out for the same reason as those of Identifier.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof SearchPath that && schemas.equals(that.schemas));
    }

    @Override
    public int hashCode() {
        return schemas.hashCode();
    }

    /** As it is written in SET. */
    @Override
    public String sql() {
        return schemas.isEmpty() ? "''" : Statement.list(schemas).sql();
    }

    /** Settings, each as {@code name=value}, after SET of a path, or after RESET of it, as the server keeps them. */
    public static List<String> set(List<String> settings, Optional<SearchPath> path) {
        List<String> changed = new ArrayList<>();
        boolean there = false;
        for (String setting : settings) {
            if (!isOne(setting)) {
                changed.add(setting);
            } else {
                there = true;
                path.ifPresent(p -> changed.add(p.setting()));
            }
        }
        if (!there) {
            path.ifPresent(p -> changed.add(p.setting()));
        }
        return List.copyOf(changed);
    }

    /** Whether a setting, written {@code name=value}, is one. */
    public static boolean isOne(String setting) {
        return setting.startsWith(SETTING);
    }

    /** The setting, {@code name=value}, as the server keeps what is SET. */
    public String setting() {
        return SETTING + (schemas.isEmpty() ? "\"\"" : sql());
    }
}

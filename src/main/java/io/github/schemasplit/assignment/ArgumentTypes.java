package io.github.schemasplit.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The arguments of a routine, compared as people would: {@code int} is {@code integer}, a schema may be left out, argument names
 * and modes and type modifiers do not count. The star of an aggregate without arguments stands for none.
 */
final class ArgumentTypes {
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"]|\"\")*+\"|[^\\s\".,()\\[\\]]+|[.,()\\[\\]]");
    private static final Set<String> MODES = Set.of("in", "out", "inout", "variadic");
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"));

    /** A type's schema (empty when it is not written or is {@code pg_catalog}), its name, and whether it is an array. */
    private record ArgumentType(String schema, String name, boolean array) {
        boolean same(ArgumentType actual, BiPredicate<String, String> isSameSchema) {
            return array == actual.array
                    && name.equals(actual.name)
                    && (schema.equals(actual.schema)
                            || schema.isEmpty()
                            || actual.schema.isEmpty()
                            || isSameSchema.test(schema, actual.schema));
        }
    }

    private ArgumentTypes() {}

    /**
     * Whether both texts list the same types.
     *
     * @param isSameSchema whether a schema that is written and another one that a type is in can be the same for all that
     */
    static boolean same(String written, String identityArguments, BiPredicate<String, String> isSameSchema) {
        List<List<ArgumentType>> these = readings(written);
        List<List<ArgumentType>> those = readings(identityArguments);
        return these.size() == those.size()
                && IntStream.range(0, these.size())
                        .allMatch(i -> these.get(i).stream()
                                .anyMatch(a -> those.get(i).stream().anyMatch(b -> a.same(b, isSameSchema))));
    }

    /** For each argument, what its type may be: its first word may be its name. */
    private static List<List<ArgumentType>> readings(String arguments) {
        List<List<ArgumentType>> readings = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int depth = 0;
        Matcher tokens = TOKEN.matcher(arguments);
        while (tokens.find()) {
            String token = tokens.group();
            if (token.equals("(")) {
                depth++;
            } else if (token.equals(")")) {
                depth--;
            } else if (depth == 0 && token.equals(",")) {
                readings.add(readings(words));
                words.clear();
            } else if (depth == 0 && !token.equals("*")) {
                words.add(token.startsWith("\"") ? token : token.toLowerCase(Locale.ROOT));
            }
        }
        if (!words.isEmpty()) {
            readings.add(readings(words));
        }
        return readings;
    }

    private static List<ArgumentType> readings(List<String> tokens) {
        List<String> words = new ArrayList<>(tokens);
        int bracket = words.indexOf("[");
        boolean array = bracket >= 0 || words.lastIndexOf("array") > 0;
        if (bracket >= 0) {
            words.subList(bracket, words.size()).clear();
        }
        if (words.lastIndexOf("array") > 0) {
            words.subList(words.lastIndexOf("array"), words.size()).clear();
        }
        if (words.size() > 1 && MODES.contains(words.get(0))) {
            words.remove(0);
        }
        Set<ArgumentType> types = new HashSet<>();
        types.add(type(words, array));
        if (words.size() > 1 && !words.get(1).equals(".")) {
            types.add(type(words.subList(1, words.size()), array));
        }
        return List.copyOf(types);
    }

    private static ArgumentType type(List<String> words, boolean array) {
        boolean qualified = words.size() > 2 && words.get(1).equals(".");
        String schema = qualified ? unquoted(words.get(0)) : "";
        String name = String.join(
                " ",
                (qualified ? words.subList(2, words.size()) : words)
                        .stream().map(ArgumentTypes::unquoted).toList());
        boolean quoted = words.get(words.size() - 1).startsWith("\"");
        String anySchema = schema.equals("pg_catalog") ? "" : schema;
        return new ArgumentType(
                anySchema, anySchema.isEmpty() && !quoted ? ALIASES.getOrDefault(name, name) : name, array);
    }

    private static String unquoted(String word) {
        return word.length() > 1 && word.startsWith("\"")
                ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
                : word;
    }
}

package io.github.schemasplit.sourcecode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a formatter puts into the places of a string: {@code format("… %s", name)}, {@code "… %s" % name}, {@code "… {}".format(name)}. The
 * places of a string in several pieces are filled in the order of all of them.
 */
final class Template {
    private static final Pattern PERCENTS = Pattern.compile("%(?:(\\d+)\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([sdSnxfbc%])");
    private static final Pattern OF_PYTHON = Pattern.compile("%(?:\\((\\w+)\\))?[-#+ 0]*\\d*(?:\\.\\d+)?([sdrifxg%])");
    private static final Pattern BRACES = Pattern.compile("\\{(\\w*)(?:![rsa])?(?::[^{}]*)?(\\})");
    private static final Set<String> FORMATTERS = Set.of("format", "formatted", "sprintf", "Sprintf", "printf");
    /** What puts nothing into a string. */
    static final Template NONE = new Template(null, List.of());

    private static final int[] UNKNOWN = {};

    private final @Nullable Pattern places;
    private final List<int[]> values;
    private final Map<String, int[]> named = new HashMap<>();
    private int next;

    private Template(@Nullable Pattern places, List<int[]> values) {
        this.places = places;
        this.values = values;
    }

    /**
     * A place.
     *
     * @param end where it ends in the string
     * @param value where the code of its value begins and ends; nothing where that is not known
     */
    record Place(int end, int[] value) {}

    /** What a string is that a formatter is called with; empty where it is called with none. */
    static Optional<Template> around(Code code, StringExpressions strings, int first) {
        if (!code.is(first - 1, "(")) {
            return Optional.empty();
        }
        boolean ofNumbers = code.is(first - 2, "Format") && code.language() == Language.C_SHARP;
        return ofNumbers || FORMATTERS.contains(code.text(first - 2))
                ? Optional.of(new Template(ofNumbers ? BRACES : PERCENTS, withoutFirst(strings.arguments(first - 1))))
                : Optional.empty();
    }

    /** What a literal is, or is a piece of, by what is called on it. */
    static Template after(Code code, StringExpressions strings, int literal) {
        boolean formatted = code.is(literal + 2, "formatted")
                || code.is(literal + 2, "format") && code.language() == Language.KOTLIN;
        if (code.is(literal + 1, ".") && formatted) {
            return new Template(PERCENTS, strings.arguments(literal + 3));
        }
        return code.language() == Language.PYTHON ? ofPython(code, strings, literal) : NONE;
    }

    /** The last of the literals that are one, from one of them. */
    static int lastPiece(Code code, int literal) {
        int last = literal;
        while (code.language() == Language.PYTHON && code.isString(last + 1)) {
            last++;
        }
        return last;
    }

    private static List<int[]> withoutFirst(List<int[]> arguments) {
        return arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    }

    /** What follows a literal, those next to it, and parentheses that hold nothing else. */
    private static Template ofPython(Code code, StringExpressions strings, int literal) {
        int end = lastPiece(code, literal);
        if (code.is(literal - 1, "(") && code.partner(literal - 1) == end + 1 && !code.isWord(literal - 2)) {
            end++;
        }
        if (code.is(end + 1, "%")) {
            return percent(code, strings, end + 2);
        }
        if (code.is(end + 1, ".") && code.is(end + 2, "format") && code.is(end + 3, "(")) {
            Template template = new Template(BRACES, strings.arguments(end + 3));
            template.nameValues(code, "=");
            return template;
        }
        return NONE;
    }

    private static Template percent(Code code, StringExpressions strings, int at) {
        boolean several = code.partner(at) > at;
        if (code.is(at, "{") && several) {
            Template template = new Template(OF_PYTHON, strings.arguments(at));
            template.nameValues(code, ":");
            return template;
        }
        return new Template(
                OF_PYTHON,
                code.is(at, "(") && several ? strings.arguments(at) : List.of(new int[] {at, strings.operandEnd(at)}));
    }

    private void nameValues(Code code, String separator) {
        for (int[] value : values) {
            if (code.is(value[0] + 1, separator)) {
                Literal key = code.literal(value[0]);
                named.put(key == null ? code.text(value[0]) : key.value(), new int[] {value[0] + 2, value[1]});
            }
        }
    }

    /**
     * The place at a character of the string; empty where none is.
     *
     * @param text the string, or a piece of it
     */
    Optional<Place> at(String text, int at) {
        if (places == null || values.isEmpty() || "%{".indexOf(text.charAt(at)) < 0) {
            return Optional.empty();
        }
        Matcher place = places.matcher(text).region(at, text.length());
        if (!place.lookingAt() || isEscaped(text, at)) {
            return Optional.empty();
        }
        String name = place.group(1) == null ? "" : place.group(1);
        return Optional.of(new Place(place.end(), value(name)));
    }

    /** Whether a mark stands for itself, since it is written twice. */
    private static boolean isEscaped(String text, int at) {
        int first = at;
        while (first > 0 && text.charAt(first - 1) == text.charAt(at)) {
            first--;
        }
        boolean second = (at - first) % 2 == 1;
        return second || at + 1 < text.length() && text.charAt(at + 1) == text.charAt(at);
    }

    private int[] value(String name) {
        if (named.containsKey(name)) {
            return named.get(name);
        }
        boolean numbered = !name.isEmpty() && name.length() < 4 && name.chars().allMatch(Character::isDigit);
        if (!numbered && !name.isEmpty()) {
            return UNKNOWN;
        }
        int number = !numbered ? next++ : Integer.parseInt(name) - (places == PERCENTS ? 1 : 0);
        return number >= 0 && number < values.size() ? values.get(number) : UNKNOWN;
    }
}

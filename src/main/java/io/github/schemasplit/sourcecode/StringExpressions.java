package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the strings that a code puts together, each as the whole that it becomes. */
final class StringExpressions {
    /** What leaves the words of a string as they are. */
    private static final Set<String> KEEPING = Set.of(
            "trim", "strip", "stripIndent", "trimIndent", "trimMargin", "intern", "toString", "formatted", "format");

    /** What is asked about a string. */
    private static final Set<String> ASKING = Set.of(
            "length",
            "equals",
            "equalsIgnoreCase",
            "isEmpty",
            "isBlank",
            "contains",
            "includes",
            "startsWith",
            "endsWith",
            "startswith",
            "endswith",
            "indexOf",
            "hashCode",
            "split",
            "matches",
            "test");

    /** Calls that make an identifier of a string, which is then put into SQL. */
    private static final Set<String> NAMING = Set.of(
            "sql",
            "identifier",
            "Identifier",
            "raw",
            "unsafe",
            "quoteIdentifier",
            "escapeIdentifier",
            "ident",
            "quote_ident");

    private final Code code;
    private final Constants constants;
    private final Syntax syntax;
    /** The pieces of code at which operands begin of the strings that were put together. */
    private final BitSet operands = new BitSet();

    private @Nullable Set<String> imported;

    StringExpressions(Code code, Constants constants) {
        this.code = code;
        this.constants = constants;
        this.syntax = code.language().syntax().orElseThrow();
    }

    /** All of them, in the order of the code, those within others' holes too. */
    List<InCode> all() {
        List<InCode> all = new ArrayList<>();
        collect(all);
        return all;
    }

    /**
     * A string, and the code it is in.
     *
     * @param code the code, which is a part of the file's where the string is in another string's hole
     */
    record InCode(Code code, Assembled string) {}

    private void collect(List<InCode> all) {
        for (int i = 0; i < code.size(); i++) {
            Literal literal = code.literal(i);
            if (literal == null) {
                continue;
            }
            if (!operands.get(i)) {
                all.add(new InCode(code, at(i)));
            }
            literal.holes().forEach(hole -> new StringExpressions(hole, constants).collect(all));
        }
    }

    /** The string that the literal at {@code i} is a part of. */
    Assembled at(int i) {
        int first = i;
        while (joinBefore(first) >= 0) {
            first = joinBefore(first);
        }
        Assembled string = new Assembled(first);
        Optional<Template> around = Template.around(code, this, first);
        Template template = around.orElse(Template.NONE);
        int filled = Code.NONE;
        int at = first;
        while (true) {
            int end = operandEnd(at);
            operands.set(at);
            boolean alone = at == first && !isJoin(end + 1);
            if (around.isEmpty() && at > filled) {
                template = Template.after(code, this, at);
                filled = Template.lastPiece(code, at);
            }
            add(string, at, end, template, alone);
            string.endsAt(end);
            if (syntax.adjacent() && code.isString(end) && code.isString(end + 1)) {
                at = end + 1;
            } else if (isJoin(end + 1) && end + 2 < code.size()) {
                at = end + 2;
            } else {
                return string;
            }
        }
    }

    private boolean isJoin(int i) {
        for (String join : syntax.joins()) {
            if (code.is(i, join)) {
                return true;
            }
        }
        return false;
    }

    /** Where the operand begins that is put before the one at {@code first}; negative where none is. */
    private int joinBefore(int first) {
        if (syntax.adjacent() && code.isString(first) && code.isString(first - 1)) {
            return first - 1;
        }
        return isJoin(first - 1) && first >= 2 ? operandStart(first - 2) : Code.NONE;
    }

    private void add(Assembled string, int from, int to, Template template, boolean alone) {
        Literal literal = code.literal(from);
        if (literal != null && (alone && isHandedOn(from) || isKept(from, to))) {
            addLiteral(string, literal, template);
        } else {
            addValue(string, from, to, code.lexeme(from).start());
        }
    }

    /** Whether what is called on a string that nothing is put to makes something of it, and does not ask about it. */
    private boolean isHandedOn(int literal) {
        return code.is(literal + 1, ".") && code.is(literal + 3, "(") && !ASKING.contains(code.text(literal + 2));
    }

    private boolean isKept(int literal, int end) {
        for (int i = literal + 1; i < end; i++) {
            if (code.is(i, ".") && !KEEPING.contains(code.text(i + 1))) {
                return false;
            }
            i = code.is(i, "(") && code.partner(i) > i ? code.partner(i) : i;
        }
        return true;
    }

    private void addLiteral(Assembled string, Literal literal, Template template) {
        String value = literal.value();
        int done = 0;
        int hole = 0;
        for (int i = 0; i < value.length(); i++) {
            Optional<Template.Place> place = template.at(value, i);
            if (value.charAt(i) == Literal.HOLE) {
                string.add(literal, done, i);
                Code inner = literal.holes().get(hole++);
                new StringExpressions(inner, constants).addValue(string, 0, inner.size() - 1, literal.place(i));
                done = i + 1;
            } else if (place.isPresent()) {
                string.add(literal, done, i);
                int[] filling = place.get().value();
                if (filling.length == 0) {
                    string.addHole(List.of(), literal.place(i));
                } else {
                    addValue(string, filling[0], filling[1], literal.place(i));
                }
                done = place.get().end();
                i = done - 1;
            }
        }
        string.add(literal, done, value.length());
    }

    private void addValue(Assembled string, int from, int to, int place) {
        Optional<String> value = value(from, to);
        if (value.isPresent()) {
            string.add(value.get(), place);
        } else {
            int name = nameOf(from, to);
            string.addHole(
                    code.isWord(name)
                            ? constants.perhaps(code.text(name), code.source().path())
                            : List.of(),
                    place);
        }
    }

    /** The name whose value may be what an expression is, alone, of the object itself, or with a call on it. */
    private int nameOf(int from, int to) {
        boolean own = to == from + 2 && code.is(from + 1, ".") && (code.is(from, "self") || code.is(from, "cls"));
        boolean called = code.is(from + 1, ".") && code.is(from + 3, "(");
        return from == to || called ? from : own ? to : Code.NONE;
    }

    /** What a name stands for, or a lone string; empty where that is not known. */
    Optional<String> value(int from, int to) {
        Literal literal = code.literal(from);
        if (literal != null) {
            return from == to ? Optional.of(literal.value()) : Optional.empty();
        }
        if (NAMING.contains(code.text(to - 3)) && code.is(to - 2, "(") && code.is(to, ")")) {
            return value(to - 1, to - 1);
        }
        StringBuilder name = new StringBuilder();
        for (int i = from; i <= to; i++) {
            if (!(code.isWord(i) || code.is(i, "."))) {
                return Optional.empty();
            }
            name.append(code.text(i));
        }
        return name.isEmpty()
                ? Optional.empty()
                : constants.value(name.toString(), code.source().path(), isImported(name.toString()));
    }

    /** Whether a name is one that other files may give: it is written in capitals, or imported. */
    private boolean isImported(String name) {
        if (name.equals(name.toUpperCase(Locale.ROOT))) {
            return true;
        }
        Set<String> known = imported;
        if (known == null) {
            known = new HashSet<>();
            for (int i = 0; i < code.size(); i++) {
                if (code.is(i, "import")) {
                    for (i++; i < code.size() && !code.is(i, ";") && !code.isString(i); i++) {
                        known.add(code.text(i));
                    }
                }
            }
            imported = known;
        }
        return known.contains(name);
    }

    /** Where an operand ends that begins at {@code from}. */
    int operandEnd(int from) {
        int i = from;
        while (code.is(i, "new") || code.is(i, "await") || code.is(i, "-") || code.is(i, "!")) {
            i++;
        }
        i = code.partner(i) > i ? code.partner(i) : i;
        while (true) {
            if ((code.is(i + 1, "(") || code.is(i + 1, "[")) && code.partner(i + 1) > i) {
                i = code.partner(i + 1);
            } else if (isMember(i + 1) && code.isWord(i + 2)) {
                i += 2;
            } else {
                return Math.min(i, code.size() - 1);
            }
        }
    }

    private boolean isMember(int i) {
        return !isJoin(i) && (code.is(i, ".") || code.is(i, "?.") || code.is(i, "::") || code.is(i, "->"));
    }

    /** Where an operand begins that ends at {@code to}; negative where none does. */
    private int operandStart(int to) {
        int i = to;
        while (true) {
            if (code.is(i, ")") || code.is(i, "]")) {
                i = code.partner(i);
                if (i < 0) {
                    return -1;
                }
                if (!code.isWord(i - 1) && !code.is(i - 1, ")") && !code.is(i - 1, "]")) {
                    return i;
                }
                i--;
            } else if (code.isWord(i)
                    || code.isString(i)
                    || i >= 0 && code.lexeme(i).kind() == LexemeKind.NUMBER) {
                if (!isMember(i - 1)) {
                    return i;
                }
                i -= 2;
            } else {
                return -1;
            }
        }
    }

    /** Where each argument of a call begins and ends; {@code open} is its parenthesis. */
    List<int[]> arguments(int open) {
        List<int[]> arguments = new ArrayList<>();
        int close = code.partner(open);
        int start = open + 1;
        for (int i = open + 1; i < close; i++) {
            if (code.is(i, ",")) {
                arguments.add(new int[] {start, i - 1});
                start = i + 1;
            } else if (code.partner(i) > i) {
                i = code.partner(i);
            }
        }
        if (start < close) {
            arguments.add(new int[] {start, close - 1});
        }
        return arguments;
    }
}

package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.Constants.Constant;
import io.github.schemasplit.sourcecode.Constants.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the strings that a code gives names to. */
final class ConstantFinder {
    private final Code code;
    private final List<Constant> found = new ArrayList<>();
    private final Set<String> reassigned = new HashSet<>();

    private ConstantFinder(Code code) {
        this.code = code;
    }

    static List<Constant> in(Code code) {
        ConstantFinder finder = new ConstantFinder(code);
        finder.find();
        Set<String> others = OtherNames.in(code);
        List<Constant> constants = new ArrayList<>();
        for (Constant each : finder.found) {
            boolean shouted = each.name().equals(each.name().toUpperCase(Locale.ROOT));
            boolean other = finder.reassigned.contains(each.name()) || !shouted && others.contains(each.name());
            constants.add(
                    other
                            ? new Constant(each.file(), each.owner(), Constants.PERHAPS + each.name(), each.parts())
                            : each);
        }
        return constants;
    }

    /** What is between braces and has a name. */
    private record Owner(String name, int end) {}

    private void find() {
        Deque<Owner> owners = new ArrayDeque<>();
        for (int i = 0; i < code.size(); i++) {
            while (!owners.isEmpty() && owners.peek().end < i) {
                owners.pop();
            }
            if (code.is(i, "{") && code.partner(i) > i) {
                String name = ownerOf(i);
                if (!name.isEmpty()) {
                    owners.push(new Owner(name, code.partner(i)));
                }
            } else if (code.is(i, "+=") && code.isWord(i - 1)) {
                reassigned.add(code.text(i - 1));
            } else if (code.is(i, "=") && code.isWord(i - 1) || code.is(i, ":") && code.isString(i + 1)) {
                assignment(i, owners.isEmpty() ? "" : owners.peek().name);
            }
        }
    }

    /** The name of the class, or of the object, whose body begins at a brace; empty where it is that of neither. */
    private String ownerOf(int brace) {
        int i = brace - 1;
        if (code.is(i, "=") && code.isWord(i - 1)) {
            return code.text(i - 1);
        }
        for (int steps = 0; steps < 30 && i > 0; steps++, i--) {
            if (code.is(i, ";") || code.is(i, "}") || code.is(i, "{") || code.is(i, "=>") || code.is(i, "->")) {
                return "";
            }
            if (isTypeKeyword(i - 1) && code.isWord(i)) {
                return code.text(i);
            }
            if (code.is(i, "=") && code.isWord(i - 1)) {
                return code.text(i - 1);
            }
        }
        return "";
    }

    private boolean isTypeKeyword(int i) {
        return code.is(i, "class")
                || code.is(i, "interface")
                || code.is(i, "enum")
                || code.is(i, "record")
                || code.is(i, "object");
    }

    private void assignment(int at, String owner) {
        int nameAt = nameBefore(at);
        String name = code.text(nameAt);
        if (name.isEmpty()) {
            return;
        }
        if (code.is(at, ":") && owner.isEmpty()) {
            // What is in an object without a name is not what a variable of that name holds.
            return;
        }
        boolean declares = code.is(at, ":") || isDeclared(nameAt, at);
        boolean first =
                found.stream().noneMatch(c -> c.name().equals(name) && c.owner().equals(owner));
        if (!declares && !first) {
            reassigned.add(name);
            return;
        }
        List<Part> parts = parts(at + 1);
        if (!parts.isEmpty()) {
            found.add(new Constant(code.source().path(), owner, name, parts));
        } else if (!declares || code.isWord(nameAt - 1)) {
            reassigned.add(name);
        }
    }

    /** The name that is given a value at {@code at}, which may have a type between. */
    private int nameBefore(int at) {
        // const name: string = …
        if (code.is(at, "=") && code.is(at - 2, ":") && code.isWord(at - 3)) {
            return at - 3;
        }
        return at - 1;
    }

    /** Whether the name is made here, with a word before it that is a type or says that it is a constant. */
    private boolean isDeclared(int nameAt, int at) {
        return code.isWord(nameAt - 1) || nameAt < at - 1 || code.is(nameAt - 1, ">") || code.is(nameAt - 1, ",");
    }

    /** What a string that begins at {@code from} is made of; nothing where it is no string, or not all of it is understood. */
    private List<Part> parts(int from) {
        List<Part> parts = new ArrayList<>();
        boolean anyText = false;
        int i = from;
        while (true) {
            Literal literal = code.literal(i);
            if (literal != null) {
                parts.add(new Part(literal.value(), false));
                anyText = true;
                i++;
            } else if (code.isWord(i)) {
                StringBuilder name = new StringBuilder(code.text(i++));
                while (code.is(i, ".") && code.isWord(i + 1)) {
                    name.append('.').append(code.text(i + 1));
                    i += 2;
                }
                parts.add(new Part(name.toString(), true));
            } else {
                return List.of();
            }
            if (!code.is(i, "+")) {
                break;
            }
            i++;
        }
        boolean ends = code.is(i, ";")
                || code.is(i, ",")
                || code.is(i, "}")
                || code.is(i, ")")
                || i >= code.size()
                || code.is(i, "as")
                || startsLine(i);
        boolean alias = parts.size() == 1 && parts.get(0).text().indexOf('.') > 0;
        return ends && (anyText || alias) ? parts : List.of();
    }

    /** Whether a piece is the first of its line, where languages need no semicolon. */
    private boolean startsLine(int i) {
        int end = code.lexeme(i - 1).end();
        return i < code.size()
                && code.source().text().substring(end, code.lexeme(i).start()).indexOf('\n') >= 0
                && !code.is(i, ".")
                && !code.is(i, "?");
    }
}

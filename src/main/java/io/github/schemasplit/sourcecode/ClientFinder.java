package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.Constants.Constant;
import io.github.schemasplit.sourcecode.Constants.Part;
import java.util.ArrayList;
import java.util.List;

/** Finds the clients that a script binds to a schema: by {@code client.schema('shop')}, or as it makes them. */
final class ClientFinder {
    private final Code code;
    private final List<Constant> found = new ArrayList<>();

    private ClientFinder(Code code) {
        this.code = code;
    }

    static List<Constant> in(Code code) {
        ClientFinder finder = new ClientFinder(code);
        for (int i = 1; i < code.size(); i++) {
            if (code.is(i, "schema")
                    && code.is(i - 1, ".")
                    && code.is(i + 1, "(")
                    && !code.is(code.partner(i + 1) + 1, ".")) {
                finder.bound(i - 2, code.literal(i + 2));
            } else if (Clients.makes(code.text(i)) && !code.is(i - 1, "import")) {
                finder.made(i);
            }
        }
        return finder.found;
    }

    private void made(int maker) {
        int open = maker + 1;
        while (open < code.size() && open < maker + 12 && !code.is(open, "(")) {
            open++;
        }
        int close = code.partner(open);
        for (int i = open; i < close; i++) {
            if (code.is(i, "schema") && code.is(i + 1, ":") && code.is(code.enclosing(i) - 2, "db")) {
                bound(maker, code.literal(i + 2));
            }
        }
    }

    /** A chain that ends at a piece of code is bound to a schema: whatever is named by it is. */
    private void bound(int end, @org.jspecify.annotations.Nullable Literal schema) {
        if (schema == null || !schema.isWhole()) {
            return;
        }
        int i = end;
        while (code.isWord(i) || code.is(i, ".") || code.is(i, ")") || code.is(i, "?.")) {
            if (code.is(i, "return") || code.is(i, "const")) {
                break;
            }
            i = code.is(i, ")") && code.partner(i) >= 0 ? code.partner(i) - 1 : i - 1;
        }
        String name = "";
        if (code.is(i, "=")) {
            name = code.is(i - 2, ":") ? code.text(i - 3) : code.text(i - 1);
        } else if (code.is(i, "=>")) {
            int parameters = code.is(i - 1, ")") ? code.partner(i - 1) : i - 1;
            name = code.is(parameters - 1, "=") ? code.text(parameters - 2) : "";
        } else if (code.is(i, "return")) {
            int brace = code.enclosing(i);
            int parameters = code.is(brace - 1, ")") ? code.partner(brace - 1) : Code.NONE;
            name = code.isWord(parameters - 1) ? code.text(parameters - 1) : "";
        }
        if (!name.isEmpty()) {
            found.add(new Constant(
                    code.source().path(), "", Clients.schemaOf(name), List.of(new Part(schema.value(), false))));
        }
    }
}

package io.github.schemasplit.sourcecode;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a request is made of: a client of Supabase, or something else that has a {@code from}. */
final class Clients {
    private static final Set<String> OTHERS = Set.of(
            "Array",
            "Buffer",
            "Object",
            "Set",
            "Map",
            "Readable",
            "Observable",
            "Uint8Array",
            "Int8Array",
            "Uint16Array",
            "Uint32Array",
            "Float32Array",
            "Float64Array",
            "Promise",
            "Temporal",
            "Iterator",
            "AsyncIterator",
            "rx",
            "knex",
            "storage",
            "Decimal",
            "BigNumber",
            "Duration",
            "Interval",
            "List",
            "Stream");
    private static final Set<String> MAKERS = Set.of(
            "createClient",
            "createServerClient",
            "createBrowserClient",
            "createClientComponentClient",
            "createServerComponentClient",
            "createRouteHandlerClient",
            "createServerActionClient",
            "createMiddlewareClient",
            "createPagesBrowserClient",
            "createPagesServerClient",
            "createServerSupabaseClient",
            "serverSupabaseClient",
            "SupabaseClient");
    /** What a value does not go on after, where there are no semicolons. */
    private static final Set<String> ENDS =
            Set.of(";", "const", "let", "var", "export", "function", "return", "import");

    private static final String SCHEMA_OF = "schema of ";

    /** What a request is made of. */
    enum Receiver {
        CLIENT,
        /** It may be a client: nothing says what it is, in a file that speaks of Supabase. */
        PERHAPS,
        /** Nothing says what it is. */
        UNKNOWN,
        OTHER
    }

    private final Code code;
    private final Constants constants;
    private final boolean ofSupabase;
    private final boolean ofKnex;
    private @Nullable Set<String> made;
    private final Set<String> stores = new HashSet<>();

    Clients(Code code, Constants constants) {
        this.code = code;
        this.constants = constants;
        this.ofSupabase = SupabaseCalls.mayBeIn(code.source());
        this.ofKnex = code.source().mentions("knex")
                || code.source().mentions("kysely")
                || code.source().mentions("Knex");
    }

    /** What the chain is that ends at a piece of code. */
    Receiver receiver(int end) {
        boolean named = false;
        int i = end;
        while (true) {
            if (code.is(i, "!")) {
                i--;
            }
            if (code.is(i, ")") || code.is(i, "]")) {
                int open = code.partner(i);
                if (open < 0) {
                    return Receiver.UNKNOWN;
                }
                if (!code.isWord(open - 1)) {
                    // (await client()).from: what is between the parentheses.
                    return within(open, i);
                }
                i = open - 1;
            }
            if (!code.isWord(i)) {
                return Receiver.UNKNOWN;
            }
            String name = code.text(i);
            if (i == end && OTHERS.contains(name)) {
                return Receiver.OTHER;
            }
            named |= SupabaseCalls.isNamedSo(name);
            if (!code.is(i - 1, ".") && !code.is(i - 1, "?.")) {
                return root(i, end, named);
            }
            i -= 2;
        }
    }

    private Receiver within(int open, int close) {
        for (int i = open + 1; i < close; i++) {
            if (SupabaseCalls.isNamedSo(code.text(i)) || isMadeHere(code.text(i))) {
                return Receiver.CLIENT;
            }
        }
        return ofSupabase ? Receiver.PERHAPS : Receiver.UNKNOWN;
    }

    private Receiver root(int root, int end, boolean named) {
        String name = code.text(root);
        boolean madeHere = isMadeHere(name);
        if (OTHERS.contains(name)
                || code.is(end, "storage")
                || stores.contains(name)
                || stores.contains(code.text(end))) {
            return Receiver.OTHER;
        }
        if (named || madeHere) {
            return Receiver.CLIENT;
        }
        if (ofKnex) {
            return Receiver.OTHER;
        }
        return ofSupabase
                        || constants
                                .value(SCHEMA_OF + name, code.source().path(), true)
                                .isPresent()
                ? Receiver.PERHAPS
                : Receiver.UNKNOWN;
    }

    /** Whether the file gives the name a client that it makes. */
    private boolean isMadeHere(String name) {
        Set<String> known = made;
        if (known == null) {
            known = new HashSet<>();
            for (int i = 1; i < code.size(); i++) {
                boolean typed = code.is(i, ":") && code.is(i + 1, "SupabaseClient");
                if (code.is(i, "=") && isStorage(i + 1)) {
                    stores.add(code.text(i - 1));
                } else if (typed || code.is(i, "=") && makesClient(i + 1)) {
                    known.add(code.text(i - 1));
                }
            }
            made = known;
        }
        return known.contains(name);
    }

    /** Whether a value is a client's storage, whose buckets are asked for by {@code from} too. */
    private boolean isStorage(int from) {
        int i = from;
        while (code.isWord(i) || code.is(i, ".") || code.is(i, "?.") || code.is(i, "(") && code.partner(i) > i) {
            if (code.is(i, "storage") && !code.is(i + 1, ".")) {
                return true;
            }
            i = code.is(i, "(") ? code.partner(i) + 1 : i + 1;
        }
        return false;
    }

    private boolean makesClient(int from) {
        for (int i = from; i < Math.min(code.size(), from + 8) && !ENDS.contains(code.text(i)); i++) {
            if (code.isWord(i) && (MAKERS.contains(code.text(i)) || SupabaseCalls.isNamedSo(code.text(i)))) {
                return true;
            }
        }
        return false;
    }

    /** The schema that the client is bound to which the chain begins with, if it is bound to one by its name. */
    Optional<String> schema(int end) {
        int i = end;
        i = code.is(i, ")") && code.isWord(code.partner(i) - 1) ? code.partner(i) - 1 : i;
        return code.isWord(i)
                ? constants.value(SCHEMA_OF + code.text(i), code.source().path(), true)
                : Optional.empty();
    }

    /** The name that {@link Constants} has the schema of a client by. */
    static String schemaOf(String client) {
        return SCHEMA_OF + client;
    }

    static boolean makes(String name) {
        return MAKERS.contains(name);
    }
}

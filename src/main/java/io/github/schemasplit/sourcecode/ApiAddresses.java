package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/** Lists the tables and routines in addresses of PostgREST as Supabase serves it: {@code https://…/rest/v1/orders?select=id}. */
final class ApiAddresses {
    private static final String API = "/rest/v1/";
    private static final String ROUTINE = "rpc/";

    private final Code code;
    private final MovedNames names;
    private final Findings findings;

    ApiAddresses(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
    }

    void read() {
        if (!code.source().mentions(API)) {
            return;
        }
        for (int i = 0; i < code.size(); i++) {
            Literal literal = code.literal(i);
            if (literal != null) {
                address(i, literal.value());
            }
        }
    }

    private void address(int i, String value) {
        int found = value.indexOf(API);
        if (found < 0) {
            return;
        }
        boolean routine = value.startsWith(ROUTINE, found + API.length());
        int start = found + API.length() + (routine ? ROUTINE.length() : 0);
        int end = start;
        while (end < value.length() && Words.isWordPart(value.charAt(end))) {
            end++;
        }
        String name = value.substring(start, end);
        Optional<Identifier> target = routine ? names.routine(name) : names.relation(name);
        target.ifPresent(t -> findings.report(
                code.lexeme(i).start(),
                Kind.CALL,
                new Moved(name, t),
                "the API takes the schema in the headers Accept-Profile and Content-Profile"));
    }
}

package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.StringExpressions.InCode;

/** Reads a file of code with all that is known of its language. */
final class CodeReading {
    private final MovedNames names;
    private final Constants constants;
    private final Findings findings;

    CodeReading(MovedNames names, Constants constants, Findings findings) {
        this.names = names;
        this.constants = constants;
        this.findings = findings;
    }

    void java(Code code) {
        new EntityMappings(code, names, constants, findings).read();
        new ImpliedTables(code, names, findings).read();
        new JavaCalls(code, names, constants, findings).read();
        if (code.language() == Language.KOTLIN) {
            new KotlinRequests(code, names, constants, findings).read();
        }
        strings(code);
    }

    void script(Code code) {
        SupabaseCalls supabase = new SupabaseCalls(code, names, constants, findings);
        supabase.read();
        new ScriptTables(code, names, constants, findings).read();
        KnexTables knex = new KnexTables(code, names, constants, findings);
        knex.read();
        new ScriptHints(code, names, constants, findings).read();
        new SchemaTypes(code, names, findings).read();
        new ImpliedRecords(code, names, findings).read();
        strings(code, supabase.isOpen() || knex.isOpen());
        new ScriptIdentifiers(code, names, findings).read();
    }

    void other(Code code) {
        new OtherTables(code, names, constants, findings).read();
        new ImpliedRecords(code, names, findings).read();
        strings(code);
    }

    void strings(Code code) {
        if (code.language() == Language.SHELL) {
            new ShellCommands(code, names, findings).read();
        }
        strings(code, false);
        if (code.language() == Language.SHELL) {
            commands(code);
        }
    }

    /** Reads the strings that are commands for another shell: {@code sh -c "psql -c 'SELECT …'"}. */
    private void commands(Code code) {
        for (int i = 0; i < code.size(); i++) {
            Literal literal = code.literal(i);
            if (literal == null || literal.quote().isEmpty() || !new ShellUses(code).isCommand(i)) {
                continue;
            }
            int start = literal.place(0);
            int end = literal.place(literal.value().length());
            // An escape would be one in the other shell too.
            if (code.source().text().substring(start, end).indexOf('\\') < 0) {
                Code inner = CodeLexer.read(code.source(), Language.SHELL, Syntax.SHELL, start, end);
                findings.withinStrings(() -> strings(inner));
            }
        }
    }

    /**
     * Reads the SQL in the strings.
     *
     * @param requests whether names are put into requests that are only known as the code runs
     */
    private void strings(Code code, boolean requests) {
        SqlStrings sql = new SqlStrings(names, findings, OtherDatabases.in(code));
        for (InCode each : new StringExpressions(code, constants).all()) {
            sql.read(each.string(), new StringUses(each.code()).of(each.string()));
        }
        new ApiAddresses(code, names, findings).read();
        new PairedNames(code, names, findings).read();
        if (sql.isOpen() || requests) {
            new LooseNames(code, names, constants, findings).read();
        }
    }
}

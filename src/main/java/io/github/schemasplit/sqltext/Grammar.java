package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The readers of one text, which call each other, with what they share: where they are, and what they have found. */
final class Grammar {
    /** What queries and statements are nested in at most; what is deeper is gone over. The server's own limit is near. */
    private static final int DEEPEST = 500;

    final TokenCursor tokens;
    final Found found = new Found();
    final TypeReader types;
    final InfixReader infix;
    final ExpressionReader expressions;
    final FromReader from;
    final QueryReader queries;
    final DmlReader dml;
    final ArgumentReader arguments;
    final ColumnReader columns;
    final RelationReader relations;
    final RoutineReader routines;
    final ObjectReader objects;
    final DefinitionReader definitions;
    final SettingReader settings;
    final CreateReader creations;
    final AlterReader alterations;
    final StatementReader statements;
    final QueryLevels levels;
    /** Whether INTO names variables of a routine and not a new table. */
    final boolean intoVariables;
    /** The expressions of which a routine runs the value as SQL. */
    final List<TokenRange> commands = new ArrayList<>();
    /** The values that a routine gives its variables. */
    final List<Assignment> assignments = new ArrayList<>();
    /** Where variables are declared that get no value there. */
    final List<Integer> declared = new ArrayList<>();
    /** What a routine shows with RAISE. */
    final List<TokenRange> messages = new ArrayList<>();

    private int depth;

    Grammar(TokenCursor tokens, boolean intoVariables) {
        this.tokens = tokens;
        this.intoVariables = intoVariables;
        this.types = new TypeReader(this);
        this.infix = new InfixReader(this);
        this.expressions = new ExpressionReader(this);
        this.from = new FromReader(this);
        this.queries = new QueryReader(this);
        this.dml = new DmlReader(this);
        this.arguments = new ArgumentReader(this);
        this.columns = new ColumnReader(this);
        this.relations = new RelationReader(this);
        this.routines = new RoutineReader(this);
        this.objects = new ObjectReader(this);
        this.definitions = new DefinitionReader(this);
        this.settings = new SettingReader(this);
        this.creations = new CreateReader(this);
        this.alterations = new AlterReader(this);
        this.statements = new StatementReader(this);
        this.levels = new QueryLevels(this);
    }

    /** Reads a query in a query or statement, unless that goes too deep. */
    void nested(@Nullable CteScope scope) {
        within(() -> queries.query(scope));
    }

    /** Reads a statement in a statement, unless that goes too deep. */
    void nestedStatement() {
        within(statements::statement);
    }

    /** Reads what can be nested in itself, or goes over it where that goes too deep. */
    void within(Runnable reading) {
        if (depth < DEEPEST) {
            depth++;
            reading.run();
            depth--;
            return;
        }
        while (!tokens.isEnd() && !tokens.is(")")) {
            if (tokens.is("(")) {
                tokens.skipParentheses();
            } else {
                tokens.next();
            }
        }
    }

    /** A name with its schema, if it has one; the current token begins it. A star after a dot is not part of it. */
    List<NamePart> name() {
        List<NamePart> parts = new ArrayList<>(2);
        parts.add(tokens.part());
        while (tokens.is(".") && (tokens.word(1).equals(TokenCursor.QUOTED) || tokens.isWord(1))) {
            tokens.next();
            parts.add(tokens.part());
        }
        return parts;
    }

    /** Goes over a name of what is no reference, if one is here. */
    void skipName() {
        if (tokens.isName()) {
            name();
        }
    }

    /** A name as {@link #name}, and a reference of this kind; nothing when no name begins here. */
    boolean reference(ReferenceKind kind) {
        if (!tokens.isName()) {
            return false;
        }
        found.add(kind, name());
        return true;
    }

    /** The same, where the statement does something with it. */
    boolean reference(ReferenceKind kind, Act act) {
        int first = found.count();
        boolean here = reference(kind);
        found.acted(first, act);
        return here;
    }

    /** A relation, perhaps with ONLY or a star: {@code ONLY (a)}, {@code a *}; false when none is here. */
    boolean relation() {
        boolean closes = tokens.accept("only") && tokens.accept("(");
        boolean found = reference(ReferenceKind.RELATION);
        if (closes) {
            tokens.accept(")");
        }
        tokens.accept("*");
        return found;
    }

    /** A column with its relation, if one is here; a column alone is no reference. */
    void column() {
        if (tokens.isName()) {
            List<NamePart> name = name();
            if (name.size() > 1) {
                found.add(ReferenceKind.COLUMN, name);
            }
        }
    }

    /** References of this kind with commas between them. */
    void references(ReferenceKind kind) {
        do {
            tokens.accept("only");
            boolean closes = tokens.accept("(");
            if (!reference(kind)) {
                return;
            }
            tokens.accept("*");
            if (closes) {
                tokens.accept(")");
            }
        } while (tokens.accept(","));
    }

    /** The name of what the statement creates, if one is here. */
    void created(ReferenceKind kind) {
        if (tokens.isName()) {
            found.addCreated(kind, name());
        }
    }

    /** Variables of a routine after INTO, which are no references. */
    void variables() {
        tokens.accept("strict");
        do {
            // Words that are reserved in SQL are none in PL/pgSQL.
            if (tokens.isWord() || tokens.is(TokenCursor.QUOTED)) {
                name();
            } else if (tokens.is(TokenCursor.OTHER)) {
                tokens.next();
            }
        } while (tokens.accept(","));
    }

    boolean acceptIfExists() {
        return tokens.accept("if", "exists");
    }

    void acceptIfNotExists() {
        if (tokens.accept("if", "not")) {
            tokens.accept("exists");
        }
    }
}

package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the blocks that DO runs, which are string constants.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-do.html">DO</a>
 */
final class DoReader {
    private static final String LANGUAGE = "plpgsql";
    private static final Set<String> BEFORE =
            Set.of(TokenCursor.END, ";", "begin", "then", "else", "loop", "atomic", ">>");

    private final TokenCursor tokens;
    private final List<Reference> found = new ArrayList<>();

    DoReader(TokenCursor tokens) {
        this.tokens = tokens;
    }

    /** The references in all blocks of PL/pgSQL, in the order of the text, as those of constants are. */
    List<Reference> read() {
        for (tokens.back(0); !tokens.isEnd(); tokens.next()) {
            if (tokens.is("do") && BEFORE.contains(tokens.word(-1))) {
                statement();
            }
        }
        return found;
    }

    private void statement() {
        String language = language(1);
        int at = language.isEmpty() ? 1 : 3;
        if (!tokens.word(at).equals(TokenCursor.STRING)) {
            return;
        }
        if (language.isEmpty()) {
            language = language(2);
        }
        tokens.skip(at);
        Optional<ConstantText> block = tokens.constant();
        if (block.isPresent() && (language.isEmpty() || language.equals(LANGUAGE))) {
            read(block.get());
        }
    }

    private String language(int offset) {
        return tokens.word(offset).equals("language") ? tokens.word(offset + 1) : "";
    }

    private void read(ConstantText block) {
        List<Reference> references = References.ofPlpgsql(block.value(), tokens.syntax());
        Set<Identifier> made = new HashSet<>();
        for (Reference reference : references) {
            if (reference.creates()) {
                made.add(last(reference));
            }
        }
        for (Reference reference : references) {
            if (!reference.creates()) {
                boolean hidden = reference.parts().size() == 1 && made.contains(last(reference));
                found.add(outward(reference, block, hidden));
            }
        }
    }

    private static Identifier last(Reference reference) {
        return reference.parts().get(reference.parts().size() - 1).identifier();
    }

    private static Reference outward(Reference inner, ConstantText block, boolean hidden) {
        List<NamePart> parts = new ArrayList<>();
        for (NamePart part : inner.parts()) {
            parts.add(new NamePart(part.identifier(), block.place(part.start()), block.place(part.end())));
        }
        List<Quoting> quoting = new ArrayList<>(inner.quoting());
        quoting.add(block.quoting());
        boolean assembled = hidden || inner.place() == Reference.Place.ASSEMBLED;
        return new Reference(
                inner.kind(),
                parts,
                assembled ? Reference.Place.ASSEMBLED : Reference.Place.CONSTANT,
                quoting,
                inner.use());
    }
}

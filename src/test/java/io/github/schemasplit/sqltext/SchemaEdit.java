package io.github.schemasplit.sqltext;

import java.util.List;

/** A text with another schema in all of its references. */
final class SchemaEdit {
    private static final String SCHEMA = "\"Neu Schema\"";

    private SchemaEdit() {}

    /** {@code sql} with the schema before or in each of {@code references}, which are in the order of the text. */
    static String of(String sql, List<Reference> references) {
        return TextEdit.apply(sql, references.stream().map(SchemaEdit::edit).toList());
    }

    private static TextEdit edit(Reference reference) {
        List<NamePart> parts = reference.parts();
        int schema = parts.size() - (reference.kind() == ReferenceKind.COLUMN ? 3 : 2);
        return schema >= 0
                ? new TextEdit(parts.get(schema).start(), parts.get(schema).end(), SCHEMA)
                : new TextEdit(reference.start(), reference.start(), SCHEMA + ".");
    }
}

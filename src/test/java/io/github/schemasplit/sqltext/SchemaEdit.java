package io.github.schemasplit.sqltext;

import java.util.List;

/** A text with another schema in all of its references. */
final class SchemaEdit {
    private static final String SCHEMA = "\"Neu Schema\"";

    private SchemaEdit() {}

    /** {@code sql} with the schema before or in each of {@code references}, which are in the order of the text. */
    static String of(String sql, List<Reference> references) {
        StringBuilder edited = new StringBuilder(sql);
        for (int i = references.size() - 1; i >= 0; i--) {
            Reference reference = references.get(i);
            List<NamePart> parts = reference.parts();
            int schema = parts.size() - (reference.kind() == ReferenceKind.COLUMN ? 3 : 2);
            if (schema >= 0) {
                edited.replace(parts.get(schema).start(), parts.get(schema).end(), SCHEMA);
            } else {
                edited.insert(reference.start(), SCHEMA + ".");
            }
        }
        return edited.toString();
    }
}

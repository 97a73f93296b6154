package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Routine;

/** A routine's name with its arguments, as people write it in a mapping. */
final class Signature {
    private Signature() {}

    /** Whether the text is the routine's name followed by its arguments in parentheses. */
    static boolean isNamedBy(CatalogObject object, String text) {
        if (!(object instanceof Routine routine)) {
            return false;
        }
        String name = routine.name().name().value();
        if (!text.startsWith(name)) {
            return false;
        }
        String arguments = text.substring(name.length()).strip();
        return arguments.startsWith("(")
                && arguments.endsWith(")")
                && ArgumentTypes.same(arguments.substring(1, arguments.length() - 1), routine.identityArguments());
    }

    /** The entry that names this routine and no other; an aggregate's star would make it a glob. */
    static String of(Routine routine) {
        String arguments = routine.identityArguments();
        return routine.name().name().value() + "(" + (arguments.equals("*") ? "" : arguments) + ")";
    }
}

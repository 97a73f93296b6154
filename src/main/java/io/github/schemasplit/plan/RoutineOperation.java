package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Locale;

/** An operation on a routine where it is, by which it finds what moves: it locks no relation and changes nothing but the routine. */
public sealed interface RoutineOperation extends Operation permits AlterRoutine, ReplaceRoutine {
    /** What kind of routine. */
    Movable kind();

    /** Its identity. */
    ObjectId routine();

    /** Its name. */
    QualifiedName name();

    /** Its identity arguments, as the server prints them. */
    String arguments();

    /** What about the routine is another after it: one or two words. */
    String aspect();

    /** How that may hang on another object, which follows: a clause. */
    String bond();

    /** What that is before, as a text. */
    String before();

    /** Whether it can be carried out on a routine: it is as it was before. */
    boolean isBefore(Routine other);

    /** Whether a routine is as it is to be. */
    boolean isAfter(Routine other);

    /** The same operation on another routine. */
    RoutineOperation of(ObjectId other);

    /** The same operation on a routine as it is in another snapshot: what else was changed about it stays. */
    RoutineOperation of(Routine other, Snapshot snapshot);

    @Override
    RoutineOperation inverse();

    @Override
    default boolean changes(CatalogObject object) {
        return object.id().equals(routine());
    }

    @Override
    default String subject() {
        return kind().sql().toLowerCase(Locale.ROOT) + " "
                + kind().signature(name(), arguments()).sql();
    }
}

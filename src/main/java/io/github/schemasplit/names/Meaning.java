package io.github.schemasplit.names;

import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import java.util.List;

/** What a name in a text stands for, as far as the move of objects matters. */
sealed interface Meaning {
    /** Nothing that moves: an object that stays, one of the server's own, or none. */
    record Unmoved() implements Meaning {}

    /**
     * Objects that move together.
     *
     * @param objects the objects, more than one for routines that differ in their arguments
     * @param target where they go
     */
    record Moved(List<SchemaObject> objects, Identifier target) implements Meaning {
        public Moved {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Something that only a person can tell.
     *
     * @param objects what it may stand for and moves
     * @param why why it cannot be told; a sentence fragment
     */
    record Unclear(List<SchemaObject> objects, String why) implements Meaning {
        public Unclear {
            objects = List.copyOf(objects);
        }
    }
}

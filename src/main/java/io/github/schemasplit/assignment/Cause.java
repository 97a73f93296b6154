package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.NamePattern;
import java.util.Optional;

/** Why an object belongs to its target schema. */
public sealed interface Cause {
    /** The cause as a sentence fragment, such as {@code partition or child of table public.events}. */
    String describe(Snapshot snapshot);

    /** The mapping names it, or a glob of the mapping matches it. */
    record Entry(Located<NamePattern> entry) implements Cause {
        @Override
        public String describe(Snapshot snapshot) {
            return entry.origin() + " " + entry.value().text();
        }
    }

    /** The mapping sends there whatever no entry names. */
    record UnmappedDefault() implements Cause {
        @Override
        public String describe(Snapshot snapshot) {
            return "no entry names it, and what is unmapped goes there";
        }
    }

    /** It is a partition or an inheritance child, at some level, of a table that goes there. */
    record ChildOf(ObjectId root) implements Cause {
        @Override
        public String describe(Snapshot snapshot) {
            return "partition or child of " + name(snapshot, root);
        }
    }

    /** It is a statistics object of a table that goes there. */
    record StatisticsOf(ObjectId table) implements Cause {
        @Override
        public String describe(Snapshot snapshot) {
            return "statistics of " + name(snapshot, table);
        }
    }

    /** It is a free-standing sequence that only the default of a table uses that goes there. */
    record SequenceOfDefault(ObjectId table) implements Cause {
        @Override
        public String describe(Snapshot snapshot) {
            return "sequence of a default of " + name(snapshot, table);
        }
    }

    /** It was made with a range type that goes there. */
    record MadeWith(ObjectId range) implements Cause {
        @Override
        public String describe(Snapshot snapshot) {
            return "made with " + name(snapshot, range);
        }
    }

    /** It is a view, and everything that it reads goes there. */
    record ReadsOnly() implements Cause {
        @Override
        public String describe(Snapshot snapshot) {
            return "all that it reads goes there";
        }
    }

    private static String name(Snapshot snapshot, ObjectId object) {
        Optional<CatalogObject> found = snapshot.find(object);
        return found.isPresent() ? found.get().describe() : object.toString();
    }
}

package io.github.schemasplit.render;

import io.github.schemasplit.hazard.Hazard;
import java.util.List;
import java.util.Optional;

/**
 * What a runbook tells of the split of one database. Names are as in SQL.
 *
 * @param place the database and where it is
 * @param source the schema that is split
 * @param targets the target schemas that something moves to
 * @param keptBy how old names are kept working, as a sentence
 * @param foreignKeys how many foreign keys there are between the tables that it is about
 * @param crossings those of them that will run between schemas
 * @param hazards what the migration risks, the severe ones first
 * @param topics what is left to people
 * @param pipelines the files of build servers that name something that moves
 */
public record Runbook(
        Place place,
        String source,
        List<Target> targets,
        String keptBy,
        long foreignKeys,
        List<String> crossings,
        List<Hazard> hazards,
        List<Topic> topics,
        List<Pipeline> pipelines) {
    public Runbook {
        targets = List.copyOf(targets);
        crossings = List.copyOf(crossings);
        hazards = List.copyOf(hazards);
        topics = List.copyOf(topics);
        pipelines = List.copyOf(pipelines);
    }

    /**
     * @param database the database's name
     * @param server where it is, such as {@code localhost:5432}
     */
    public record Place(String database, String server) {
        /** It as a line by which a runbook is known. */
        String line() {
            return "Database " + Markdown.code(database) + " on " + Markdown.code(server) + ".";
        }
    }

    /**
     * @param schema the target schema
     * @param purpose what it is for
     * @param moves what moves there
     * @param roles who gets USAGE on it: those whose clients use what moves
     */
    public record Target(String schema, Optional<String> purpose, List<Move> moves, List<String> roles) {
        public Target {
            moves = List.copyOf(moves);
            roles = List.copyOf(roles);
        }
    }

    /**
     * @param kind what kind of object
     * @param from its name before
     * @param to its name after
     */
    public record Move(String kind, String from, String to) {}

    /**
     * Something that people have to look after.
     *
     * @param title what it is about
     * @param items what there is to do
     */
    public record Topic(String title, List<Item> items) {
        public Topic {
            items = List.copyOf(items);
        }
    }

    /**
     * @param subject the object
     * @param message what is so
     * @param remedy what to do
     */
    public record Item(String subject, String message, String remedy) {}

    /**
     * @param file its path in the project
     * @param lines the lines that name something
     * @param names what they name
     */
    public record Pipeline(String file, List<Integer> lines, List<String> names) {
        public Pipeline {
            lines = List.copyOf(lines);
            names = List.copyOf(names);
        }
    }
}

package io.github.schemasplit.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads a YAML file as a tree. It looks at the events of the YAML parser and makes no objects of them, so that no tag can
 * load a type and no scalar turns into a number, a date or a truth value.
 */
public final class YamlMappingReader {
    private YamlMappingReader() {}

    /**
     * Reads a file; whatever is wrong with it is a problem of the result.
     *
     * @param file the file
     * @param name its name as the user gave it, for messages
     */
    public static MappingTree read(Path file, String name) {
        try {
            return read(YamlFileReader.text(file, name), name);
        } catch (UnreadableMappingException e) {
            return MappingTree.unreadable(e.problem());
        }
    }

    /**
     * Reads text; whatever is wrong with it is a problem of the result.
     *
     * @param text the YAML
     * @param name where it comes from, for messages
     */
    public static MappingTree read(String text, String name) {
        List<MappingProblem> problems = new ArrayList<>();
        try {
            YamlFileReader.checkCharacters(text, name);
            YamlEvents events =
                    new YamlEvents(new ParserImpl(new StreamReader(text), new LoaderOptions()), name, problems);
            return new MappingTree(events.document(), problems);
        } catch (UnreadableMappingException e) {
            return MappingTree.unreadable(e.problem());
        } catch (MarkedYAMLException e) {
            return MappingTree.unreadable(YamlSyntax.problem(e, text, name));
        } catch (YAMLException e) {
            return MappingTree.unreadable(
                    new MappingProblem(new Origin(name, 0, 0, ""), "this is not YAML: " + e.getMessage()));
        }
    }
}

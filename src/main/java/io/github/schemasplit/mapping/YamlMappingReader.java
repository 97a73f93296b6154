package io.github.schemasplit.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a YAML file as a tree. It takes the tokens of Jackson's parser as they come and binds them to nothing, so that no
 * tag can load a type and no scalar turns into a number, a date or a truth value.
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
        return read(file, name, YamlContent.MAPPING);
    }

    /**
     * Reads text; whatever is wrong with it is a problem of the result.
     *
     * @param text the YAML
     * @param name where it comes from, for messages
     */
    public static MappingTree read(String text, String name) {
        return read(text, name, YamlContent.MAPPING);
    }

    static MappingTree read(Path file, String name, YamlContent content) {
        try {
            return read(YamlFileReader.text(file, name, content), name, content);
        } catch (UnreadableMappingException e) {
            return MappingTree.unreadable(e.problem());
        }
    }

    static MappingTree read(String text, String name, YamlContent content) {
        Problems problems = new Problems();
        try (YamlTokens tokens = new YamlTokens(text, content)) {
            YamlFileReader.checkCharacters(text, name);
            return new MappingTree(
                    Optional.of(new YamlTree(tokens, name, content, problems).document()), problems.all());
        } catch (UnreadableMappingException e) {
            return MappingTree.unreadable(e.problem());
        } catch (IOException e) {
            return MappingTree.unreadable(YamlSyntax.problem(e, text, name));
        }
    }
}

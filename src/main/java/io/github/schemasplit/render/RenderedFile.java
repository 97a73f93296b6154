package io.github.schemasplit.render;

/**
 * A file to write.
 *
 * @param name its name, without a folder
 * @param content its content, lines ended by {@code \n}, to be written as UTF-8
 */
public record RenderedFile(String name, String content) {
    public RenderedFile {
        if (name.isEmpty() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("not the name of a file: '" + name + "'");
        }
    }
}

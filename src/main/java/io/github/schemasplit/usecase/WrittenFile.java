package io.github.schemasplit.usecase;

import java.nio.file.Path;

/**
 * A file that a goal wrote.
 *
 * @param path where
 * @param changed whether its content is new; otherwise the file was left as it was
 */
public record WrittenFile(Path path, boolean changed) {}

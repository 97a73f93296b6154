package io.github.schemasplit.backup;

/**
 * What a program said.
 *
 * @param exitCode its exit code
 * @param output its standard output, unless that went into a file
 * @param errors the end of what it wrote to standard error
 */
record ProgramOutcome(int exitCode, String output, String errors) {}

package io.github.schemasplit.backup;

/** A file with secrets that lasts as long as a program needs it. */
interface SecretFile extends AutoCloseable {
    /** Its path, as the program sees it. */
    String path();

    @Override
    void close();
}

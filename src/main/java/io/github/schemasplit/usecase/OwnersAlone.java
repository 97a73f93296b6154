package io.github.schemasplit.usecase;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The permissions of what holds rows of the database: its owner's alone, where the file system knows such a thing. */
final class OwnersAlone {
    private OwnersAlone() {}

    static FileAttribute<?>[] file() {
        return permissions("rw-------");
    }

    static FileAttribute<?>[] directory() {
        return permissions("rwx------");
    }

    private static FileAttribute<?>[] permissions(String text) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}

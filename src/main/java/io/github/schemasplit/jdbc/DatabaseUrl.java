package io.github.schemasplit.jdbc;

import java.util.regex.Pattern;

/**
 * The URL of a database as a user wrote it: {@code jdbc:postgresql://…} or {@code postgresql://…}. Its text form leaves
 * out whatever may be a password, so that no log shows one: Maven's {@code -X} prints every parameter's.
 *
 * <p>Maven makes a parameter of this type with the constructor without arguments and {@link #set}.
 */
public final class DatabaseUrl {
    // Up to the last @ of the authority: people paste passwords that hold an unescaped @, / or ?.
    private static final Pattern USER_INFO = Pattern.compile("(//[^:@/?#]*):.*@", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("(?i)([?&][^=&]*(?:password|secret|token)[^=&]*)=[^&]*");

    private String value;

    public DatabaseUrl() {
        this("");
    }

    public DatabaseUrl(String value) {
        this.value = value;
    }

    /** Takes the configured value; for Maven alone. */
    public void set(String configured) {
        this.value = configured;
    }

    /** The URL as it was written, with the password if it holds one: not for messages. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DatabaseUrl url && url.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The URL with {@code ***} in the place of every password. */
    @Override
    public String toString() {
        String withoutUserInfo = USER_INFO.matcher(value).replaceAll("$1:***@");
        return PARAMETER.matcher(withoutUserInfo).replaceAll("$1=***");
    }
}

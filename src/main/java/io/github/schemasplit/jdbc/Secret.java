package io.github.schemasplit.jdbc;

/**
 * A password. Its text form is masked, so that no log shows it: Maven's {@code -X} prints every parameter's.
 *
 * <p>Maven makes a parameter of this type with the constructor without arguments and {@link #set}.
 */
public final class Secret {
    private String value;

    public Secret() {
        this("");
    }

    public Secret(String value) {
        this.value = value;
    }

    /** Takes the configured value; for Maven alone. */
    public void set(String configured) {
        this.value = configured;
    }

    /** The password itself. */
    public String reveal() {
        return value;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}

package io.github.schemasplit.jdbc;

import java.util.List;

/** That the audit found changes that no operation of the plan accounts for; everything was rolled back. */
public final class UnaccountedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final List<String> objects;

    /**
     * @param reason what is wrong with the objects
     * @param objects the objects
     */
    UnaccountedException(String reason, List<String> objects) {
        super(reason + (objects.isEmpty() ? "" : ": " + String.join(", ", objects)));
        this.reason = reason;
        this.objects = List.copyOf(objects);
    }

    /** What is wrong with the objects. */
    public String reason() {
        return reason;
    }

    /** What was changed, such as {@code table public.orders: pg_class.relacl}. */
    public List<String> objects() {
        return objects;
    }
}

package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.ViewLimit;

/**
 * What a routine does, that works where it names tables and not where it names views of them.
 *
 * @param limit what the view can not do
 * @param relation what the routine does it to, by its name
 * @param body what is between the routine's BEGIN and END, or all from DECLARE on
 * @param silent a query that tells after it whether it did it; empty where the server says that it did not
 */
record ViewLimitCase(ViewLimit limit, String relation, String body, String silent) {
    static ViewLimitCase failing(ViewLimit limit, String relation, String body) {
        return new ViewLimitCase(limit, relation, body, "");
    }

    String source() {
        return body.startsWith("DECLARE") ? body : "BEGIN " + body + "; END";
    }
}

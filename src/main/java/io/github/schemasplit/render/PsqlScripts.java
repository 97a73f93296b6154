package io.github.schemasplit.render;

import io.github.schemasplit.plan.ApiStep;
import io.github.schemasplit.plan.DropView;
import io.github.schemasplit.plan.Notify;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** A plan and its inverse as scripts that psql runs as they are, each in one transaction. */
public final class PsqlScripts {
    private static final String MIGRATE = "migrate.sql";
    private static final String CONTRACT = "contract.sql";
    private static final String ROLLBACK = "rollback.sql";

    /** Where the guard refuses, psql must not go on, whatever it was started with: it would run what follows outside a transaction. */
    private static final List<String> STOP = List.of("\\set ON_ERROR_STOP on");

    private PsqlScripts() {}

    /** {@code migrate.sql}. */
    public static RenderedFile migrate(Plan plan, ScriptContext context) {
        return script(
                MIGRATE,
                "Moves objects to the schemas that the mapping gives them.",
                plan,
                context,
                context.warnings(),
                false);
    }

    /** {@code rollback.sql}, which takes back what {@code migrate.sql} of the same plan did. */
    public static RenderedFile rollback(Plan plan, ScriptContext context) {
        return script(
                ROLLBACK,
                "Takes back exactly what migrate.sql does.",
                plan.inverse().dropsFirst(),
                context,
                List.of(),
                true);
    }

    /** {@code contract.sql}, which ends the old names that {@code migrate.sql} of the same plan leaves. */
    public static RenderedFile contract(Plan plan, ScriptContext context) {
        List<Operation> drops = new ArrayList<>();
        plan.inverse().searchPaths().forEach(drops::add);
        plan.madeViews().forEach(view -> drops.add(new DropView(view, "nothing uses the old name any more")));
        if (!drops.isEmpty()) {
            plan.operations().stream()
                    .filter(o -> o instanceof Notify notify && notify.payload().equals(ApiStep.RELOAD))
                    .distinct()
                    .forEach(drops::add);
        }
        return script(
                CONTRACT,
                "Ends the old names, for when nothing uses them any more.",
                new Plan(drops),
                context,
                List.of(),
                true);
    }

    private static RenderedFile script(
            String name, String purpose, Plan plan, ScriptContext context, List<String> warnings, boolean takesBack) {
        String command = "psql -X -1 -v ON_ERROR_STOP=1 -f " + name;
        List<String> head = new ArrayList<>(List.of(
                purpose,
                "",
                "Made by schema-maven-plugin for database " + context.database() + " on PostgreSQL "
                        + context.serverVersion() + ".",
                "Run it in one transaction, so that all of it is done or nothing:",
                "    " + command + " <connection>"));
        head.addAll(warnings);
        return new RenderedFile(
                name,
                new ScriptBody(head, STOP, plan, context, "Run it with " + command + ".", takesBack, ScriptForm.PLAIN)
                        .text());
    }
}

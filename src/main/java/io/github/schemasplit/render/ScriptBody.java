package io.github.schemasplit.render;

import io.github.schemasplit.plan.AccessOperation;
import io.github.schemasplit.plan.AlterPrivileges;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.DropView;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.PolicyOperation;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.plan.RoleOperation;
import io.github.schemasplit.plan.SettingOperation;
import io.github.schemasplit.sql.Literal;
import java.util.List;

/**
 * The text of a script: a head of comments, the settings of its transaction, the guard, and the operations, each under its cause.
 * It holds no BEGIN and no COMMIT: the transaction is the runner's.
 *
 * @param head the lines of the head
 * @param commands what the runner itself is told before the first statement, each a line
 * @param plan what it does
 * @param context what it sets
 * @param howToRun what its guard says to somebody who ran it outside a transaction
 * @param takesBack whether the plan is the inverse of another one
 * @param form how the runner wants comments and statements
 */
record ScriptBody(
        List<String> head,
        List<String> commands,
        Plan plan,
        ScriptContext context,
        String howToRun,
        boolean takesBack,
        ScriptForm form) {
    ScriptBody {
        head = List.copyOf(head);
        commands = List.copyOf(commands);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> comment(text, line));
        text.append('\n');
        if (plan.isEmpty()) {
            comment(text, "Nothing to do: the database is as the mapping says.");
            return text.toString();
        }
        commands.forEach(command -> text.append(command).append('\n'));
        String timeout = Literal.of(context.lockTimeout().toMillis() + "ms").sql();
        statement(text, "SET LOCAL client_encoding = 'UTF8'");
        statement(text, "SET LOCAL lock_timeout = " + timeout);
        statement(text, "SET LOCAL search_path = pg_catalog, pg_temp");
        plan.settings().forEach(setting -> statement(text, "SET LOCAL " + setting));
        context.settings().forEach(setting -> statement(text, "SET LOCAL " + setting));
        text.append('\n');
        statement(text, new PlacementGuard(plan, howToRun).sql());
        List<CompatibilityView> dropped = plan.droppedViews().toList();
        if (!dropped.isEmpty()) {
            text.append('\n');
            statement(text, new DropGuard(dropped).sql());
        }
        List<SettingOperation> settings = plan.alteredSettings().toList();
        if (!settings.isEmpty()) {
            text.append('\n');
            statement(text, new SettingGuard(settings).sql());
        }
        List<RoleOperation> roles = plan.roles().toList();
        if (!roles.isEmpty()) {
            text.append('\n');
            statement(text, new RoleGuard(roles).sql());
        }
        boolean guarded = false;
        boolean accessGuarded = false;
        for (Operation operation : plan.operations()) {
            if (operation instanceof ReplaceRoutine && !guarded) {
                guarded = true;
                text.append('\n');
                statement(text, new DefinitionGuard(plan.replacements().toList()).sql());
            }
            if (operation instanceof AccessOperation && !accessGuarded) {
                accessGuarded = true;
                guardAccess(text);
            }
            text.append('\n');
            comment(text, operation.reason());
            statement(text, sql(operation));
        }
        List<CompatibilityView> views = plan.madeViews().toList();
        if (!views.isEmpty()) {
            text.append('\n');
            statement(text, new ViewGuard(views).sql());
        }
        return text.toString();
    }

    private void guardAccess(StringBuilder text) {
        List<AlterPrivileges> alterations = plan.privileges().toList();
        if (!alterations.isEmpty()) {
            text.append('\n');
            statement(text, new PrivilegeGuard(alterations).sql());
        }
        List<PolicyOperation> policies = plan.policies().toList();
        if (!policies.isEmpty()) {
            text.append('\n');
            statement(text, new PolicyGuard(policies, !takesBack).sql());
        }
    }

    private static String sql(Operation operation) {
        if (operation instanceof DropView drop) {
            return drop.ifThere().sql();
        }
        return operation instanceof SettingOperation alter
                ? SettingGuard.statement(alter)
                : operation.statement().sql();
    }

    private void comment(StringBuilder text, String line) {
        text.append(form.comment(new Comment(line).sql().stripTrailing())).append('\n');
    }

    private void statement(StringBuilder text, String sql) {
        text.append(form.statement(sql)).append(";\n");
    }
}

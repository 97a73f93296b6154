package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.ReplaceObstacle;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the connecting role may change the routines whose text names what moves. To give one another path it needs the rights of the
 * routine's owner; to replace it, CREATE on its schema besides, and none of what {@link ReplaceObstacle} names may be in the way.
 */
final class RoutineRightsRule implements AnalysisRule {
    private final RoutineTexts texts;

    RoutineRightsRule(RoutineTexts texts) {
        this.texts = texts;
    }

    private static final String CONSTANT =
            "the default of an argument holds a constant with a type in it of somebody who lacks the"
                    + " role's rights, and would be read anew with these";

    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        Identifier current = snapshot.server().currentRole();
        RoleMembership membership = snapshot.roleMembership();
        RoutineBodies bodies = assignment.mapping().routineBodies().value();
        boolean replaces = bodies == RoutineBodies.REWRITE;
        if (!replaces && bodies != RoutineBodies.SEARCH_PATH
                || assignment.moves().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Routine routine : snapshot.all(Routine.class)) {
            Optional<Lack> lack = lack(snapshot, membership, routine, replaces);
            if (lack.isPresent()
                    && (replaces
                            ? texts.isMendable(routine)
                            : texts.paths().extended(routine).isPresent())) {
                findings.add(Finding.of(
                        FindingCode.ROUTINE_RIGHTS_MISSING,
                        Severity.ERROR,
                        routine.describe(),
                        "its text names what will move, and role " + current + " may not "
                                + (replaces ? "replace" : "alter") + " it: "
                                + lack.get().why(),
                        lack.get().remedy()
                                + " or leave routines as they are, which breaks those that are listed then: "
                                + MappingOption.ROUTINE_BODIES.advice("report")));
            }
        }
        return findings;
    }

    /**
     * What hinders.
     *
     * @param why a sentence fragment
     */
    private record Lack(String why, String remedy) {}

    private static Optional<Lack> lack(
            Snapshot snapshot, RoleMembership membership, Routine routine, boolean replaces) {
        Identifier current = snapshot.server().currentRole();
        if (!membership.inherits(current, routine.owner())) {
            return Optional.of(new Lack(
                    "it belongs to role " + routine.owner(),
                    Grants.membership(snapshot, membership, routine.owner()) + " or connect as role "
                            + routine.owner()));
        }
        if (!replaces) {
            return Optional.empty();
        }
        if (routine.obstacle() == ReplaceObstacle.CONSTANT
                || routine.obstacle() != ReplaceObstacle.NONE
                        && routine.obstacle() != ReplaceObstacle.DIGITS
                        && !membership.isSuperuser(current)) {
            return Optional.of(lack(routine, current));
        }
        Optional<Schema> schema = snapshot.schema(routine.name().schema());
        return schema.isEmpty() || membership.holds(current, Privilege.CREATE, schema.get())
                ? Optional.empty()
                : Optional.of(new Lack(
                        "it lacks CREATE on " + schema.get().describe(),
                        Grants.onSchema(snapshot, List.of(Privilege.CREATE), schema.get())));
    }

    private static Lack lack(Routine routine, Identifier current) {
        String superuser = "connect as a superuser";
        return switch (routine.obstacle()) {
            case CONSTANT -> new Lack(CONSTANT, "let its owner write the new schemas in its text,");
            case SETTING -> new Lack("it has a setting that the role may not set", superuser);
            case EXECUTE ->
                new Lack(
                        "it lacks EXECUTE on it",
                        "let its owner run: "
                                + Statement.of(
                                        "GRANT EXECUTE ON ROUTINE %s(%s) TO %s",
                                        routine.name(), new Statement(routine.identityArguments()), current)
                                + ";");
            case LANGUAGE ->
                new Lack(
                        "it lacks USAGE on language " + routine.language(),
                        "let a superuser run: GRANT USAGE ON LANGUAGE " + routine.language() + " TO PUBLIC;");
            case TYPE -> new Lack("it lacks USAGE on a type of its arguments or of what it returns", superuser);
            default ->
                new Lack(
                        "it is LEAKPROOF or has a planner support function, which only a superuser may make",
                        superuser);
        };
    }
}

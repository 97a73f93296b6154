package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads which roles are to be made. A role that is named here and nowhere else would be made for nothing, and a misspelled one beside
 * the right one, so that each has to be named by what is said of access and policies too.
 */
final class CreateRolesParser {
    /** The server makes no role of such a name, quoted or not. */
    private static final Set<String> WORDS = Set.of("public", "none");

    private static final String RESERVED = "pg_";

    private final Set<Identifier> named = new HashSet<>();
    private final Problems problems;

    CreateRolesParser(List<TargetSchema> targets, Problems problems) {
        this.problems = problems;
        for (TargetSchema target : targets) {
            if (target.access().isPresent()) {
                named.addAll(target.access().get().value().roles());
            }
            for (Located<PolicyEntry> policy : target.policies()) {
                named.addAll(policy.value().roles());
            }
        }
    }

    /** Those of the POM, else those of the file. */
    List<Located<Identifier>> parse(Optional<FieldsReader> file, Optional<FieldsReader> pom) {
        boolean inPom =
                pom.isPresent() && pom.get().field(MappingParser.CREATE_ROLES).isPresent();
        Optional<FieldsReader> source = inPom ? pom : file;
        List<MappingNode.Scalar> texts =
                source.isPresent() ? source.get().texts(MappingParser.CREATE_ROLES) : List.of();
        List<Located<Identifier>> roles = new ArrayList<>();
        for (MappingNode.Scalar text : NameRules.eachOnce(texts, "role", problems)) {
            NameRules.identifier(text.text(), text.origin(), "role", problems)
                    .filter(role -> mayBeMade(role, text.origin()))
                    .ifPresent(role -> roles.add(new Located<>(role, text.origin())));
        }
        return roles;
    }

    private boolean mayBeMade(Identifier role, Origin origin) {
        if (WORDS.contains(role.value()) || role.value().startsWith(RESERVED)) {
            problems.add(
                    origin,
                    "the role " + Quoted.of(role.value())
                            + " can not be made: the server keeps public, none and pg_* for itself; name another");
            return false;
        }
        if (!named.contains(role)) {
            problems.add(
                    origin,
                    "the role " + Quoted.of(role.value())
                            + " is to be made, and neither access nor policies name it; name it there, or remove it");
            return false;
        }
        return true;
    }
}

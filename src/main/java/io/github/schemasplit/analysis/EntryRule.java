package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.EntryProblem;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Entries of the mapping that do not do what they seem to say. */
final class EntryRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Identifier source = assignment.mapping().source().value();
        List<Finding> findings = new ArrayList<>();
        for (EntryProblem problem : assignment.problems()) {
            findings.add(finding(problem, source).at(problem.entry().origin()));
        }
        return List.copyOf(findings);
    }

    private static Finding finding(EntryProblem problem, Identifier source) {
        String written = "'" + problem.entry().value().text() + "'";
        String noun = problem.kind().noun();
        if (problem instanceof EntryProblem.NotFound p) {
            return Finding.of(
                    notFound(p.kind()),
                    Severity.ERROR,
                    noun + " " + written,
                    "the mapping sends " + written + " to schema " + p.target() + ", but there is no " + noun
                            + " of that name in schema " + source + " or " + p.target(),
                    p.nearest().isEmpty()
                            ? "correct the name or remove the entry"
                            : "did you mean " + String.join(" or ", p.nearest()) + "?");
        }
        if (problem instanceof EntryProblem.NamedTwice p) {
            return Finding.of(
                    FindingCode.NAMED_TWICE,
                    Severity.ERROR,
                    p.object().describe(),
                    "the entry " + written + " of schema " + p.target() + " has it, and so has the entry '"
                            + p.other().value().text() + "' of schema " + p.otherTarget() + " at "
                            + p.other().origin(),
                    "remove one of the two; of two globs, name the object exactly in the schema that is to have it");
        }
        if (problem instanceof EntryProblem.CannotMove p) {
            return Finding.of(
                    FindingCode.CANNOT_MOVE,
                    Severity.ERROR,
                    p.object().describe(),
                    "the entry " + written + " of schema " + p.target() + " can not move it, for " + p.reason(),
                    "correct the entry at " + p.entry().origin());
        }
        return Finding.of(
                FindingCode.GLOB_MATCHES_NOTHING,
                Severity.WARNING,
                problem.kind().plural() + " " + written,
                "no " + noun + " of schema " + source + " or " + problem.target()
                        + " matches it; partitions, inheritance children, and objects of extensions do not count",
                "correct the glob or remove the entry");
    }

    private static FindingCode notFound(EntryKind kind) {
        return switch (kind) {
            case TABLES -> FindingCode.TABLE_NOT_FOUND;
            case VIEWS -> FindingCode.VIEW_NOT_FOUND;
            case ROUTINES -> FindingCode.ROUTINE_NOT_FOUND;
            case TYPES -> FindingCode.TYPE_NOT_FOUND;
            case OPERATORS, OPERATOR_CLASSES, COLLATIONS, CONVERSIONS, TEXT_SEARCH -> FindingCode.OBJECT_NOT_FOUND;
        };
    }
}

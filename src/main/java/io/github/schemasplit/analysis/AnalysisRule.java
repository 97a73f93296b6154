package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import java.util.List;

/** One thing to look at before anything is moved. A rule is pure: it reads the assignment and changes nothing. */
interface AnalysisRule {
    /** What it finds, in no order that matters; empty when all is well. */
    List<Finding> check(Assignment assignment);
}

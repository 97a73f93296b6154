/**
 * The plan: operations in order, each with its inverse, and the planner that makes them from mapping and snapshot.
 *
 * <p>May use: {@code assignment}, {@code analysis}, {@code names}, {@code catalog}, {@code mapping}, {@code graph}, {@code sql},
 * {@code sqltext}.
 */
@NullMarked
package io.github.schemasplit.plan;

import org.jspecify.annotations.NullMarked;

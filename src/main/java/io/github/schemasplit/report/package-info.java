/**
 * Findings and plans for people and machines: console text, HTML and JSON.
 *
 * <p>May use: {@code analysis}, {@code hazard}, {@code names}, {@code assignment}, {@code catalog}, {@code mapping}, {@code plan},
 * {@code proposal}, {@code dictionary}, {@code sourcecode}, {@code verify}, {@code watch}, {@code diagram}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.report;

import org.jspecify.annotations.NullMarked;

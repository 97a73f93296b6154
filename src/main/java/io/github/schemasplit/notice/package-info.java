/**
 * Telling people and programs of a change: what a notice says, and the ways by which it leaves.
 *
 * <p>An edge: knows files and HTTP, and nothing of databases. May use: nothing.
 */
@NullMarked
package io.github.schemasplit.notice;

import org.jspecify.annotations.NullMarked;

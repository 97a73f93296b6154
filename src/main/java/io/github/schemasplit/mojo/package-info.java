/**
 * The Maven goals: they read parameters, call one use case, print, and map failures.
 *
 * <p>May use: {@code usecase}, {@code mapping}, {@code report}, {@code jdbc}, {@code staging} and {@code backup} for connections and programs.
 */
@NullMarked
package io.github.schemasplit.mojo;

import org.jspecify.annotations.NullMarked;

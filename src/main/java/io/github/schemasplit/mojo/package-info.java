/**
 * The Maven goals: they read parameters, call one use case, print, and map failures.
 *
 * <p>May use: {@code usecase}, {@code mapping}, {@code report}, {@code jdbc} and {@code staging} for connections, {@code backup}.
 */
@NullMarked
package io.github.schemasplit.mojo;

import org.jspecify.annotations.NullMarked;

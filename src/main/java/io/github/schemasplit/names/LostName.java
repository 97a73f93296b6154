package io.github.schemasplit.names;

import io.github.schemasplit.catalog.Routine;

/**
 * A name in the text of a routine that stood for something before a change and stands for nothing after it.
 *
 * @param routine the routine, as it is after the change
 * @param line the line of its text, from 1
 * @param name the name as it is written there
 * @param stoodFor what it stood for before, such as {@code table public.orders}
 */
public record LostName(Routine routine, int line, String name, String stoodFor) {}

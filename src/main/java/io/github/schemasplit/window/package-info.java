/**
 * The times at which a database may be changed.
 *
 * <p>Knows no clock: whoever asks says what time it is. May use: nothing.
 */
@NullMarked
package io.github.schemasplit.window;

import org.jspecify.annotations.NullMarked;

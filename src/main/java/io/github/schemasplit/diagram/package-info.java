/**
 * Where boxes and the lines between them go in a picture.
 *
 * <p>May use: nothing of ours.
 */
@NullMarked
package io.github.schemasplit.diagram;

import org.jspecify.annotations.NullMarked;

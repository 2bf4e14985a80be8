/** The service as a whole: how it starts, and what it does by itself. */
@NullMarked
package org.pokana;

import org.jspecify.annotations.NullMarked;

/**
 * Where everything is kept: MongoDB, either a real one or the embedded one that needs no installation.
 *
 * <p>The embedded store speaks MongoDB's wire protocol over a file, so the rest of the service knows only MongoDB.
 * As its library comes it acknowledges writes that are not on disk and ignores indexes; the classes here add both,
 * because a seat that was confirmed to a person must survive the loss of power.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.pokana.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Who did what for the organizing side, and when.
 *
 * <p>Ids only: who somebody is stands in their contact, so that forgetting a person leaves what was done and takes away
 * by whom. What was done has a short name, which the pages say in the reader's language.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.pokana.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What the organizers have set at the desk; whatever they have not is as the operator set it in the environment.
 *
 * <p>One document that any instance reads again every few seconds, so that a change needs no restart. It stands below
 * everything else: who speaks, in which words and when is asked for in many places.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.pokana.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The page with which helpers at the door check people in with the camera of their phone, also while there is no network.
 *
 * <p>Whoever opens the page is known by a link that works once and that a helper gets in the chat: no password is made
 * for one morning, and whoever is no helper any more is out at once. What the page notes is safe to repeat, as a phone that
 * hears no answer sends again.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation", "forum", "paper"})
@NullMarked
package org.pokana.scanner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

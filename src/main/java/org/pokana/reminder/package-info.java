/**
 * Reminds the people registered for a forum, at the hours its rules name.
 *
 * <p>What is due lies in the {@code waves}, not in a timer: a tick may be missed, doubled or run on several instances
 * at once, and still everybody is reminded once.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "store", "settings", "contact", "messaging", "conversation", "forum", "phone"})
@NullMarked
package org.pokana.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

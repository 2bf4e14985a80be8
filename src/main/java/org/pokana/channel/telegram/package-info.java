/**
 * Telegram: updates in by polling or webhook, messages out through the Bot API.
 *
 * <p>The poller is our own, because the library's session asks for the next batch, and so confirms this one, before
 * anybody has stored it, and stops for good at the first exception. For the same reason updates are read field by field
 * rather than into the library's types: one part of one update that it does not know would make the whole batch
 * unreadable. What people send is fetched by {@code Downloads} only when somebody asked for it; what is sent on goes by
 * {@code MediaMessages}, which lets Telegram keep a file that it has seen once.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "messaging"})
@NullMarked
package org.pokana.channel.telegram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The web chat: a person talks to us on our own page, with no account anywhere.
 *
 * <p>Delivered means stored: the channel keeps its own log of each session, numbered without gaps, and pages read along
 * from the number they saw last, so a reload, a lost connection or a restart neither loses nor doubles a message. A
 * pressed button never names the message it belongs to: its answer appears below, where people look and screen readers
 * listen, instead of changing something further up. Files come in as {@code Parcels}, only while a question waits for
 * them, and go out as {@code Exhibits}, from our own origin.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "messaging"})
@NullMarked
package org.pokana.channel.webchat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Who we talk to: their addresses, language, profile, roles and what they agreed to.
 *
 * <p>Before a person consents, a contact is nothing but an address and a language.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "settings"})
@NullMarked
package org.pokana.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

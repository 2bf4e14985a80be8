/**
 * What people take away or print: the letter for an employer, the certificate, badges, the sheet for signatures, the
 * poster, and the QR codes on them.
 *
 * <p>Nothing on paper is kept: each is printed from the forum and its registrations when it is asked for, and what proves
 * that one is ours follows from a secret of the forum ({@code Seals}). So papers keep nothing about people, who are
 * forgotten with their registration, and a certificate is as true as the note that somebody came.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation", "forum", "followup"})
@NullMarked
package org.pokana.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.pokana.followup;

import java.util.List;
import java.util.Locale;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.kernel.Attachment;

/** What somebody who came takes home besides the materials, such as a certificate; made wherever that is known. */
@FunctionalInterface
public interface Keepsakes {

    /** Empty when there is nothing for this person. */
    List<Attachment.File> of(Forum forum, Registration registration, Locale language);
}

package org.pokana.console;

import java.time.ZonedDateTime;

/**
 * A forum on the public page, in the reader's language.
 *
 * @param free seats that can still be taken
 * @param open whether people can register, if only for the waiting list
 */
record ForumCard(
        String id,
        String title,
        ZonedDateTime starts,
        ZonedDateTime ends,
        String town,
        String venue,
        int free,
        boolean open) {}

package org.pokana.followup;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That everybody may see a photo, or that nobody ever may.
 *
 * @param id of its file, as the number may come to another photo once this one is gone
 * @param shown whether somebody put it on the page, after they said that this is right by whoever is on it
 * @param barred whether somebody did not want to be seen on it; also when nobody knows any more who that was
 * @param at when the photo came, as it goes with it
 */
@Document("publicPhotos")
record PublicPhoto(@Id String id, @Indexed String forum, boolean shown, boolean barred, Instant at) {}

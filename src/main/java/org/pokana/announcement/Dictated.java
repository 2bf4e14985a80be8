package org.pokana.announcement;

import java.util.List;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Localized;

/** What an organizer wants to be read and seen; the words may be empty where there is something to see. */
record Dictated(Localized texts, List<Item> media) {}

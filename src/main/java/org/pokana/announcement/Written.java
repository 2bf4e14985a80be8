package org.pokana.announcement;

import java.util.List;
import java.util.Map;
import org.pokana.kernel.Attachment.Item;

/**
 * An announcement as it was written into a form.
 *
 * @param words by language; those that are empty are not said
 * @param leaves empty for at once, else a local moment or one of {@link Composing#moments}
 * @param until a local moment, or empty
 * @param urgent the reason, or empty
 */
public record Written(
        String id,
        Map<String, String> words,
        List<Item> media,
        List<Audience> to,
        List<Audience> except,
        String leaves,
        String until,
        boolean receipt,
        boolean standing,
        String urgent) {

    String in(String language) {
        return words.getOrDefault(language, "");
    }
}

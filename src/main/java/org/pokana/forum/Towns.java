package org.pokana.forum;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pokana.conversation.Spelling;
import org.pokana.messaging.Words;

/** Towns as people write them: in any language, form and spelling, in one word or two. */
final class Towns {

    private record Name(Term term, String town) {}

    /** What stands at one place of a text, and in how many words; no towns if none does. */
    record Found(Set<String> towns, int words) {}

    private final List<Name> names = new ArrayList<>();

    /** Those of the district, by their key. */
    Towns(Words words) {
        for (String key : Municipalities.DISTRICT) {
            for (String language : words.languages()) {
                add(words.raw("forum.municipality." + key, Locale.forLanguageTag(language)), key);
            }
        }
    }

    /** Those of the district and those that have forums. */
    Towns(Words words, List<Forum> forums) {
        this(words);
        forums.forEach(forum -> forum.city().words().values().forEach(name -> add(name, city(forum))));
    }

    private void add(String name, String town) {
        names.add(new Name(Term.name(name), town));
    }

    private static String city(Forum forum) {
        return "city " + Spelling.fold(forum.city().in(Locale.forLanguageTag("bg")));
    }

    static boolean isIn(Forum forum, Set<String> towns) {
        return towns.contains(forum.municipality()) || towns.contains(city(forum));
    }

    /** @param words folded */
    Found at(int place, List<String> words) {
        var inOne = likeliest(words.get(place), 2);
        if (!inOne.isEmpty() || place + 1 == words.size()) {
            return new Found(inOne, 1);
        }
        return new Found(likeliest(words.get(place) + words.get(place + 1), 1), 2);
    }

    private Set<String> likeliest(String word, int most) {
        for (int slips = 0; slips <= most; slips++) {
            var found = new HashSet<String>();
            for (Name name : names) {
                if (name.term().slips(word).orElse(most + 1) == slips) {
                    found.add(name.town());
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    /** Every town that is named in a text. */
    Set<String> in(String text) {
        var words = List.of(Spelling.fold(text).split(" "));
        var found = new HashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            found.addAll(at(i, words).towns());
        }
        return found;
    }
}

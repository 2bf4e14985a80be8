package org.pokana.forum;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import org.pokana.contact.Profile;
import org.pokana.conversation.Spelling;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The organisations people registered with, so that one is not written in five ways. */
@Component
class Organisations {

    private final MongoOperations store;

    Organisations(MongoOperations store) {
        this.store = store;
    }

    /** Those of a municipality, the most frequent first, each in its most frequent spelling. */
    List<String> in(String municipality) {
        var registrations = query(where("profile.municipality").is(municipality));
        registrations.fields().include("profile");
        var spellings = new HashMap<String, Map<String, Integer>>();
        store.find(registrations, OfProfile.class, "registrations").stream()
                .map(registration -> registration.profile().organisation())
                .filter(Objects::nonNull)
                .forEach(name -> spellings
                        .computeIfAbsent(Spelling.fold(name), any -> new HashMap<>())
                        .merge(name, 1, Integer::sum));
        var known = new ArrayList<>(spellings.values());
        known.sort(Comparator.comparing(Organisations::times).reversed().thenComparing(Organisations::usual));
        return known.stream().map(Organisations::usual).toList();
    }

    private static int times(Map<String, Integer> spellings) {
        return spellings.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String usual(Map<String, Integer> spellings) {
        return spellings.entrySet().stream()
                .max(Entry.<String, Integer>comparingByValue().thenComparing(Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /** The part of a registration looked at here. */
    record OfProfile(Profile profile) {}
}

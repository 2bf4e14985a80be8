package org.pokana.settings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What was chosen; null is as the operator has it.
 *
 * @param version counts the changes; 0 before the first
 * @param languages those people can choose
 * @param reminders the rules for forums that have none of their own
 * @param evening when the night begins, such as {@code 20:00}
 * @param morning when it ends
 * @param funding the notice of whoever funds the project, by language
 * @param emblem whether the emblem of the European Union stands beside it
 * @param by who chose last; null, too, once they are forgotten
 */
@Document("settings")
public record Chosen(
        @Id String id,
        long version,
        @Nullable String organisation,
        @Nullable String contact,
        @Nullable String address,
        @Nullable List<String> languages,
        @Nullable List<String> reminders,
        @Nullable String evening,
        @Nullable String morning,
        @Nullable Map<String, String> funding,
        @Nullable Boolean emblem,
        @Nullable String by,
        @Nullable Instant at) {

    static final String ID = "desk";

    /** Is always offered. */
    public static final String USUAL_LANGUAGE = "bg";

    /** As it stands in the phrase: there is an emblem. */
    private static final String EMBLEM = "1";

    public static final Chosen NOTHING =
            new Chosen(ID, 0, null, null, null, null, null, null, null, null, null, null, null);

    /** Whether people can choose a language; one that nobody has taken away is offered. */
    public boolean offers(String language) {
        return language.equals(USUAL_LANGUAGE) || languages == null || languages.contains(language);
    }

    /** The words chosen for a phrase; empty where those of the house hold. */
    public Optional<String> phrase(String key, String language) {
        return switch (key) {
            case "paper.funding" -> Optional.ofNullable(funding).map(texts -> texts.getOrDefault(language, ""));
            case "paper.funding-emblem" -> Optional.ofNullable(emblem).map(shown -> shown ? EMBLEM : "");
            default -> Optional.empty();
        };
    }

    Chosen by(String who, Instant moment) {
        return new Chosen(
                ID,
                version + 1,
                organisation,
                contact,
                address,
                languages,
                reminders,
                evening,
                morning,
                funding,
                emblem,
                who,
                moment);
    }
}

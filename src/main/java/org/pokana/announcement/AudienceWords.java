package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.kernel.Localized;
import org.pokana.kernel.Phrase;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What audiences are called, and why those in them get an announcement. */
@Component
class AudienceWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM HH:mm");
    private static final Phrase ANYBODY = phrase("announcement.because-everybody");

    private final MongoOperations store;
    private final Forums forums;
    private final AnnouncementSettings settings;

    AudienceWords(MongoOperations store, Forums forums, AnnouncementSettings settings) {
        this.store = store;
        this.forums = forums;
        this.settings = settings;
    }

    /** Short enough for a button: {@code Хасково 25.02}. */
    Phrase name(Audience audience) {
        return switch (audience.kind()) {
            case ALL -> phrase("announcement.everybody");
            case GROUP -> Groups.named(audience.key());
            case MUNICIPALITY -> Municipalities.named(audience.key());
            case FORUM -> named("announcement.forum", audience.key());
            case ATTENDED -> named("announcement.attended", audience.key());
            case WAITING -> named("announcement.waiting", audience.key());
            case LANGUAGE -> phrase("language.in-" + audience.key());
            case READ -> phrase("announcement.read", when(audience.key()));
            case ANSWERED -> phrase("announcement.answered", when(audience.key()));
            case SILENT -> phrase("announcement.silent", when(audience.key()));
            case COMBINED -> all(audience.parts());
        };
    }

    /** As on a button with a number after it. */
    Phrase label(Audience audience) {
        return switch (audience.kind()) {
            case ATTENDED -> phrase("announcement.attended-label", shortly(audience.key()));
            case WAITING -> phrase("announcement.waiting-label", shortly(audience.key()));
            default -> name(audience);
        };
    }

    /** Its town; its day if the town has several. */
    private Object shortly(String forum) {
        var all = forums.all();
        return all.stream()
                .filter(one -> one.id().equals(forum))
                .findFirst()
                .<Object>map(one -> all.stream()
                                        .filter(other -> other.city().equals(one.city()))
                                        .count()
                                == 1
                        ? one.city()
                        : DAY.format(one.startsAt()))
                .orElse(forum);
    }

    /** Whoever is in one of these. */
    Phrase any(List<Audience> audiences) {
        return audiences.stream()
                .map(this::name)
                .reduce((one, other) -> phrase("announcement.or", one, other))
                .orElseThrow();
    }

    /** Whoever is in one of each sort. */
    private Phrase all(List<Audience> parts) {
        return sorts(parts).stream()
                .map(this::any)
                .reduce((wider, narrower) -> phrase("announcement.of-them", wider, narrower))
                .orElseThrow();
    }

    private static List<List<Audience>> sorts(List<Audience> parts) {
        var sorts = parts.stream()
                .collect(Collectors.groupingBy(part -> part.kind().sort(), LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(sorts.values());
    }

    private Phrase named(String phrase, String forum) {
        return forums.find(forum)
                .map(one -> phrase(phrase, one.city(), DAY.format(one.startsAt())))
                .orElse(verbatim(forum));
    }

    private Phrase when(String announcement) {
        return find(announcement).map(one -> verbatim(when(one))).orElse(verbatim(announcement));
    }

    /** By this an organizer knows an announcement again where there is no room for its words. */
    String when(Announcement announcement) {
        var sent = announcement.frozenAt().atZone(settings.zone());
        var day = sent.toLocalDate().atStartOfDay(settings.zone());
        var others = where("_id")
                .ne(announcement.id())
                .and("frozenAt")
                .gte(day.toInstant())
                .lt(day.plusDays(1).toInstant());
        return (store.exists(query(others), Announcement.class) ? MOMENT : DAY).format(sent);
    }

    private Optional<Announcement> find(String announcement) {
        return Optional.ofNullable(store.findById(announcement, Announcement.class));
    }

    /** Why those in it get an announcement, in a half sentence that is true for each of them. */
    Phrase reason(Audience audience) {
        var reasons = sorts(audience.parts()).stream()
                .flatMap(sort -> reason(sort).stream())
                .reduce((one, other) -> phrase("announcement.because-both", one, other));
        return reasons.orElse(ANYBODY);
    }

    /** Empty where nothing in particular can be said. */
    private Optional<Phrase> reason(List<Audience> sort) {
        var reasons = sort.stream().map(this::single).distinct().toList();
        return reasons.contains(ANYBODY)
                ? Optional.empty()
                : reasons.stream().reduce((one, other) -> phrase("announcement.because-either", one, other));
    }

    private Phrase single(Audience audience) {
        return switch (audience.kind()) {
            case GROUP -> phrase("announcement.because-group", name(audience));
            case MUNICIPALITY -> phrase("announcement.because-municipality", name(audience));
            case FORUM -> phrase("announcement.because-forum", title(audience.key()));
            case ATTENDED -> phrase("announcement.because-attended", title(audience.key()));
            case WAITING -> phrase("announcement.because-waiting", title(audience.key()));
            case READ, ANSWERED, SILENT -> why(audience.key());
            case ALL, LANGUAGE, COMBINED -> ANYBODY;
        };
    }

    /** They got that one, so what was true for it is true for them. */
    private Phrase why(String announcement) {
        return find(announcement).map(Announcement::audience).map(this::reason).orElse(ANYBODY);
    }

    private Object title(String forum) {
        return forums.find(forum).<Object>map(Forum::title).orElse(Localized.of(forum, forum));
    }
}

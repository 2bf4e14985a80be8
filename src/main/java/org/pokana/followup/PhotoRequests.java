package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.pokana.followup.Material.Sort;
import org.pokana.forum.Forum;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Wishes not to be seen on a photo: the organizers are told of each, and whoever had it is told when it is met. */
@Component
class PhotoRequests {

    private final MongoOperations store;
    private final PublicPhotos photos;
    private final Team team;
    private final Clock clock;

    PhotoRequests(MongoOperations store, PublicPhotos photos, Team team, Clock clock) {
        this.store = store;
        this.photos = photos;
        this.team = team;
        this.clock = clock;
    }

    /** Asking twice is asking once. Everybody stops seeing the photo at once; says whether they could until now. */
    boolean ask(Forum forum, Material photo, ContactId who) {
        var item = Objects.requireNonNull(photo.item());
        boolean wasPublic = photos.bar(photo, item);
        try {
            store.insert(new PhotoRequest(
                    PhotoRequest.id(forum.id(), photo.number(), who.value()),
                    forum.id(),
                    photo.number(),
                    who.value(),
                    clock.instant(),
                    null));
        } catch (DuplicateKeyException askedBefore) {
            // The team may not have been told: their messages have ids of their own.
        }
        var note = wasPublic ? "photo_request.note-public" : "photo_request.note";
        var line = Line.of(phrase(note, Naming.label(forum), photo.number()))
                .with(
                        Choice.to(phrase("photo_request.remove"), "remove_photo", forum.id(), "" + photo.number()),
                        Choice.to("materials", forum.id()),
                        Choice.to("menu").as(Tone.AWAY))
                .carrying(new Attachment.Media(List.of(item)))
                .thatLasts();
        team.tell(forum, cause(photo), line);
        return wasPublic;
    }

    /** The messages to the organizers about a photo belong to this. */
    static String cause(Material photo) {
        return "photo-request:" + photo.id();
    }

    /** The numbers of photos that somebody does not want to be seen on. */
    List<Integer> open(String forum) {
        return store.find(query(where("forum").is(forum).and("metAt").is(null)), PhotoRequest.class).stream()
                .map(PhotoRequest::number)
                .distinct()
                .sorted()
                .toList();
    }

    /** The photo is gone: whoever asked for it learns that. */
    void met(Forum forum, Material photo) {
        if (photo.sort() != Sort.PHOTO) {
            return;
        }
        var open = query(where("forum")
                .is(forum.id())
                .and("number")
                .is(photo.number())
                .and("metAt")
                .is(null));
        store.find(open, PhotoRequest.class).forEach(request -> {
            var line = Line.of(phrase("photo_request.met", photo.number(), forum.title()))
                    .with(Choice.to("materials", forum.id()), Choice.to("menu").as(Tone.AWAY))
                    .thatLasts();
            team.answer(forum, new ContactId(request.contact()), "photo-met:" + request.id(), line);
            store.updateFirst(
                    query(where("_id").is(request.id())), Update.update("metAt", clock.instant()), PhotoRequest.class);
        });
    }
}

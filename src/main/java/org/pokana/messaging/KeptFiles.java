package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.messaging.KeptFile.Piece;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The files that people sent us to pass on. They are kept in the store like everything else, so that a backup has them
 * and every instance finds them; a file is there once its description is, which is written last.
 */
public class KeptFiles implements Remembers, Forgets, Fades {

    /** What Telegram hands out to a bot. */
    public static final long LARGEST = 20L * 1024 * 1024;

    /** Larger ones cannot be sent as pictures. */
    private static final long LARGEST_PHOTO = 10L * 1024 * 1024;

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;
    private final List<Holds> holds;
    private final String publicUrl;

    public KeptFiles(MongoOperations store, Ids ids, Clock clock, List<Holds> holds, String publicUrl) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.holds = holds;
        this.publicUrl = publicUrl;
    }

    /** @param reference by which its channel knows it; dropped if others would then see more than we show */
    public KeptFile keep(Address from, Kind wanted, String name, @Nullable String reference, byte[] bytes) {
        var type = FileType.of(bytes);
        var kind = bytes.length > LARGEST_PHOTO && wanted == Kind.PHOTO ? Kind.FILE : FileType.kind(wanted, type);
        var shown = FileName.clean(name, kind);
        boolean asItIs = kind == wanted && (name.isEmpty() || name.equals(shown));
        var file = new KeptFile(
                ids.next(),
                from.toString(),
                kind,
                shown,
                type,
                bytes.length,
                asItIs ? reference : null,
                clock.instant());
        for (int piece = 0; piece * Piece.SIZE < bytes.length; piece++) {
            int end = Math.min(bytes.length, (piece + 1) * Piece.SIZE);
            var part = Arrays.copyOfRange(bytes, piece * Piece.SIZE, end);
            store.insert(new Piece(Piece.id(file.id(), piece), file.id(), part, file.at()));
        }
        return store.insert(file);
    }

    /** A file of which nobody says what it is. */
    public KeptFile keep(Address from, String name, byte[] bytes) {
        return keep(from, FileType.guess(bytes), name, null, bytes);
    }

    /** Whether all files of a content are still there. */
    public boolean have(Content content) {
        return !(content instanceof Content.Media media)
                || media.items().stream().allMatch(item -> find(item.file()).isPresent());
    }

    public Optional<KeptFile> find(String id) {
        return Optional.ofNullable(store.findById(id, KeptFile.class));
    }

    /** Empty when they are no longer kept. */
    public Optional<byte[]> bytes(KeptFile file) {
        var all = new ByteArrayOutputStream((int) file.bytes());
        for (int piece = 0; all.size() < file.bytes(); piece++) {
            var part = store.findById(Piece.id(file.id(), piece), Piece.class);
            if (part == null) {
                return Optional.empty();
            }
            all.writeBytes(part.bytes());
        }
        return Optional.of(all.toByteArray());
    }

    public Item item(KeptFile file) {
        return new Item(
                file.id(), file.kind(), file.name(), file.type(), file.bytes(), publicUrl + "/chat/media/" + file.id());
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return store.find(from(addresses), KeptFile.class).stream()
                .map(KeptFiles::plain)
                .toList();
    }

    private static Map<String, Object> plain(KeptFile file) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("at", file.at().toString());
        plain.put("name", file.name());
        plain.put("type", file.type());
        plain.put("bytes", file.bytes());
        return plain;
    }

    /** What was passed on to others stays as long as the message it belongs to, without saying whose it was. */
    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        var theirs = ids(from(addresses));
        theirs.removeAll(held(Instant.EPOCH));
        remove(theirs);
        store.updateMulti(from(addresses), new Update().unset("from").unset("reference"), KeptFile.class);
    }

    /** Nobody may see them any more. */
    public void discard(Collection<String> files) {
        remove(files);
    }

    private static Query from(List<Address> addresses) {
        return query(where("from").in(addresses.stream().map(Address::toString).toList()));
    }

    @Override
    public long fade(Instant before) {
        var old = ids(query(where("at").lt(before)));
        old.removeAll(held(before));
        remove(old);
        removeLeftovers(before);
        return old.size();
    }

    private Set<String> held(Instant before) {
        return holds.stream().flatMap(each -> each.held(before).stream()).collect(Collectors.toSet());
    }

    /** Pieces whose description never came to be, such as after a crash. */
    private void removeLeftovers(Instant before) {
        var old = new HashSet<>(store.findDistinct(query(where("at").lt(before)), "file", Piece.class, String.class));
        old.removeAll(ids(query(where("_id").in(old))));
        old.forEach(file -> store.remove(query(where("file").is(file)), Piece.class));
    }

    /** The bytes first: what was removed by halves is found again by its description. */
    private void remove(Collection<String> files) {
        for (String file : files) {
            store.remove(query(where("file").is(file)), Piece.class);
            store.remove(query(where("_id").is(file)), KeptFile.class);
        }
    }

    private Set<String> ids(Query which) {
        which.fields().include("_id");
        return store.find(which, org.bson.Document.class, store.getCollectionName(KeptFile.class)).stream()
                .map(document -> document.getString("_id"))
                .collect(Collectors.toCollection(HashSet::new));
    }
}

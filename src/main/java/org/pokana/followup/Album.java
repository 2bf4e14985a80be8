package org.pokana.followup;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pokana.followup.Material.Sort;
import org.pokana.forum.Forums;
import org.springframework.stereotype.Component;

/**
 * The photos of past forums that everybody may see. All others are for those who had a seat, as people were promised when
 * they were asked whether they may be in them.
 */
@Component
public class Album {

    private final Materials materials;
    private final PublicPhotos photos;
    private final PhotoRequests requests;
    private final Prints prints;
    private final Forums forums;
    private final Clock clock;

    Album(Materials materials, PublicPhotos photos, PhotoRequests requests, Prints prints, Forums forums, Clock clock) {
        this.materials = materials;
        this.photos = photos;
        this.requests = requests;
        this.prints = prints;
        this.forums = forums;
        this.clock = clock;
    }

    /** The numbers of those that everybody may see, in order. */
    public List<Integer> of(String forum) {
        return of(List.of(forum)).getOrDefault(forum, List.of());
    }

    /** Without forums that have none, or are not past. */
    public Map<String, List<Integer>> of(Collection<String> ids) {
        var found = new TreeMap<String, List<Integer>>();
        photos.shown(ids).forEach((forum, files) -> {
            var open = isPast(forum) ? open(forum, files) : List.<Integer>of();
            if (!open.isEmpty()) {
                found.put(forum, open);
            }
        });
        return found;
    }

    private boolean isPast(String forum) {
        return forums.find(forum)
                .filter(known -> known.isOver(clock.instant()) && !known.isCancelled())
                .isPresent();
    }

    private List<Integer> open(String forum, Set<String> files) {
        var unwanted = new HashSet<>(requests.open(forum));
        return materials.of(forum, Sort.PHOTO).stream()
                .filter(photo -> photo.picture()
                        .filter(item -> files.contains(item.file()))
                        .isPresent())
                .map(Material::number)
                .filter(number -> !unwanted.contains(number))
                .toList();
    }

    public boolean has(String forum, int number) {
        return isPast(forum)
                && materials
                        .find(forum, Sort.PHOTO, number)
                        .filter(photo -> standing(photo, requests.open(forum)) == Standing.SHOWN)
                        .isPresent();
    }

    public Optional<byte[]> print(String forum, int number, PrintSize size) {
        return has(forum, number)
                ? materials.find(forum, Sort.PHOTO, number).flatMap(photo -> photo.picture()
                        .flatMap(item -> prints.find(photo, item, size)))
                : Optional.empty();
    }

    /** How it stands with a photo, and why it cannot be shown to everybody. */
    public enum Standing {
        /** Everybody may see it once the forum is past. */
        SHOWN,
        /** It could be shown. */
        INSIDE,
        /** Somebody does not want to be seen on it. */
        UNWANTED,
        /** It moves. */
        VIDEO,
        /** Its bytes are no longer here. */
        LOST,
        /** It cannot be made smaller. */
        UNREADABLE,
        GONE
    }

    /** Of all photos of a forum, by number. */
    public Map<Integer, Standing> standings(String forum) {
        var unwanted = requests.open(forum);
        return materials.of(forum, Sort.PHOTO).stream()
                .collect(Collectors.toMap(Material::number, photo -> standing(photo, unwanted)));
    }

    private Standing standing(Material photo, Collection<Integer> unwanted) {
        var item = photo.picture().orElse(null);
        if (item == null) {
            return Standing.VIDEO;
        }
        if (unwanted.contains(photo.number()) || photos.isBarred(item)) {
            return Standing.UNWANTED;
        }
        if (photos.isShown(item)) {
            return Standing.SHOWN;
        }
        return prints.canBeMade(item) ? Standing.INSIDE : Standing.LOST;
    }

    /** For whoever has made sure that nobody can be recognised, or that everybody who can be agreed; says how it stands now. */
    public Standing show(String forum, int number) {
        var photo = materials.find(forum, Sort.PHOTO, number).orElse(null);
        if (photo == null) {
            return Standing.GONE;
        }
        var standing = standing(photo, requests.open(forum));
        var item = photo.picture().orElse(null);
        if (standing != Standing.INSIDE || item == null) {
            return standing;
        }
        if (!prints.make(photo, item)) {
            return Standing.UNREADABLE;
        }
        if (photos.show(photo, item)) {
            return Standing.SHOWN;
        }
        prints.drop(item);
        return Standing.UNWANTED;
    }

    /** False when nobody saw it anyway. */
    public boolean hide(String forum, int number) {
        var item = materials
                .find(forum, Sort.PHOTO, number)
                .flatMap(Material::picture)
                .orElse(null);
        if (item == null || !photos.hide(item)) {
            return false;
        }
        prints.drop(item);
        return true;
    }
}

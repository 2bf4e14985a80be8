package org.pokana.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/**
 * Which files and links everybody may see on the page of a forum that is past. Never photos, of which
 * people were promised more: see {@link Album}.
 */
@Component
class Window {

    private final MongoOperations store;

    Window(MongoOperations store) {
        this.store = store;
    }

    /** @param id of the material */
    @Document("shownMaterials")
    record Shown(@Id String id, @Indexed String forum) {}

    void show(Material material) {
        if (material.sort() != Material.Sort.PHOTO) {
            store.save(new Shown(material.id(), material.forum()));
        }
    }

    void hide(Material material) {
        store.remove(query(where("_id").is(material.id())), Shown.class);
    }

    /** The ids of the materials, some of which may be gone by now. */
    Set<String> of(String forum) {
        return store.find(query(where("forum").is(forum)), Shown.class).stream()
                .map(Shown::id)
                .collect(Collectors.toSet());
    }
}

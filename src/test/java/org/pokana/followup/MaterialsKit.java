package org.pokana.followup;

import java.time.Clock;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.MongoOperations;

/** Materials of forums, for pages that say there are some. */
public final class MaterialsKit {

    public final Takeaways takeaways;
    private final Materials materials;
    private final Window window;

    public MaterialsKit(MongoOperations store, Clock clock) {
        materials = new Materials(store, clock);
        window = new Window(store);
        takeaways = new Takeaways(materials, window);
    }

    /** A link that everybody may see. */
    public void show(String forum, String link) {
        add(forum, link);
        materials.of(forum, Material.Sort.LINK).forEach(window::show);
    }

    public void add(String forum, String link) {
        materials.add(forum, link, new ContactId("ivan"));
    }
}

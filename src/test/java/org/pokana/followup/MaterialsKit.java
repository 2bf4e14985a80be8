package org.pokana.followup;

import java.time.Clock;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.MongoOperations;

/** Materials of forums, for pages that say there are some. */
public final class MaterialsKit {

    public final Takeaways takeaways;
    private final Materials materials;

    public MaterialsKit(MongoOperations store, Clock clock) {
        materials = new Materials(store, clock);
        takeaways = new Takeaways(materials);
    }

    public void add(String forum, String link) {
        materials.add(forum, link, new ContactId("ivan"));
    }
}

package org.pokana.followup;

import org.springframework.stereotype.Component;

/** Whether there is something to take along from a forum; what it is, only those learn who have a seat. */
@Component
public class Takeaways {

    private final Materials materials;

    Takeaways(Materials materials) {
        this.materials = materials;
    }

    public boolean from(String forum) {
        return materials.any(forum);
    }
}

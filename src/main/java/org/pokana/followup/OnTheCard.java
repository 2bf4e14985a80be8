package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Beside;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Puts onto a forum's card what somebody with a seat can take along, and how it was once it is over. */
@Component
class OnTheCard implements Beside {

    private final Concerned concerned;
    private final Materials materials;

    OnTheCard(Concerned concerned, Materials materials) {
        this.concerned = concerned;
        this.materials = materials;
    }

    @Override
    public List<Choice> onCard(Forum forum, @Nullable Registration own) {
        if (own == null || !own.isConfirmed()) {
            return List.of();
        }
        var choices = new ArrayList<Choice>();
        if (concerned.maySay(forum, own.contactId())) {
            choices.add(Choice.to(phrase("after.button"), "after", forum.id()).as(Tone.GOOD));
        }
        if (!forum.isCancelled() && materials.any(forum.id())) {
            choices.add(Choice.to("materials", forum.id()));
        }
        return choices;
    }
}

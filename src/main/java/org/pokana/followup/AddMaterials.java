package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.followup.Material.Sort;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Brought;
import org.pokana.messaging.KeptFiles;
import org.springframework.stereotype.Component;

/** An organizer adds files, photos and links to a forum, sent like in any chat: {@code /add_materials <forum>}. */
@Component
class AddMaterials implements Flow {

    /** In one go; there can be another. */
    static final int MOST = 30;

    private static final long MEGABYTE = 1024 * 1024;

    private final Forums forums;
    private final Materials materials;

    AddMaterials(Forums forums, Materials materials) {
        this.forums = forums;
        this.materials = materials;
    }

    @Override
    public String name() {
        return "add_materials";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = forums.find(talk.opening()).orElse(null);
        if (forum == null) {
            return talk.goOnWith("materials");
        }
        var items = new ArrayList<Item>();
        var links = new ArrayList<String>();
        gather(talk, forum, items, links);
        items.forEach(item -> materials.add(forum.id(), item, talk.with()));
        links.forEach(link -> materials.add(forum.id(), link, talk.with()));
        return talk.end(talk.line("done", forum.title(), counted(items, links))
                .with(
                        Choice.to("materials", forum.id()),
                        Choice.to(phrase("add_materials.more-button"), name(), forum.id()),
                        SayHowItWas.menu()));
    }

    private static void gather(Talk talk, Forum forum, List<Item> items, List<String> links) {
        Phrase trouble = null;
        while (items.size() + links.size() < MOST) {
            boolean first = items.isEmpty() && links.isEmpty();
            var soFar = trouble(trouble, first ? verbatim("") : phrase("add_materials.so-far", counted(items, links)));
            var answer = talk.ask(new Handout(first ? "file" : "more", List.of(Naming.label(forum), soFar)));
            if (Handout.DONE.equals(answer.pick())) {
                return;
            }
            trouble = null;
            var brought = answer.brought();
            if (brought == null) {
                links.add(answer.text().strip());
            } else if (brought.item() != null) {
                items.add(brought.item());
            } else {
                trouble = whatIsWrong(brought);
            }
        }
    }

    private static Phrase trouble(@org.jspecify.annotations.Nullable Phrase trouble, Phrase soFar) {
        return trouble == null ? soFar : phrase("add_materials.trouble", trouble, soFar);
    }

    private static Phrase whatIsWrong(Brought brought) {
        return switch (Objects.requireNonNull(brought.trouble())) {
            case TOO_BIG -> phrase("add_materials.too-big", brought.name(), KeptFiles.LARGEST / MEGABYTE);
            case EMPTY -> phrase("add_materials.empty", brought.name());
            case AWAY -> phrase("add_materials.away", brought.name());
        };
    }

    private static Phrase counted(List<Item> items, List<String> links) {
        long photos = items.stream().filter(item -> Sort.of(item) == Sort.PHOTO).count();
        return phrase("add_materials.counted", photos, items.size() - photos, links.size());
    }
}

package org.pokana.followup;

import static org.pokana.conversation.Questions.number;
import static org.pokana.conversation.Questions.sure;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.followup.Material.Sort;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** An organizer takes something out of a forum's materials: {@code /remove_material <forum> <sort> <number>}. */
@Component
class RemoveMaterial implements Flow {

    private static final int LONGEST_LABEL = 20;

    private final Forums forums;
    private final Materials materials;
    private final PhotoRemoval removal;

    RemoveMaterial(Forums forums, Materials materials, PhotoRemoval removal) {
        this.forums = forums;
        this.materials = materials;
        this.removal = removal;
    }

    @Override
    public String name() {
        return "remove_material";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public boolean lapses() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ");
        var forum = forums.find(opening[0]).orElse(null);
        if (forum == null || (nothing(forum) && opening.length < 2)) {
            return forum == null ? talk.goOnWith("materials") : talk.goOnWith("materials", forum.id());
        }
        var sort = opening.length > 1 ? sort(opening[1]) : Optional.<Sort>empty();
        if (sort.isEmpty()) {
            return list(talk, forum, opening.length > 1 ? opening[1] : "");
        }
        if (opening.length < 3 || !opening[2].matches("\\d{1,6}")) {
            int last = materials.last(forum.id(), sort.get());
            var number = talk.ask(number("number", 1, Math.max(1, last)));
            return talk.goOnWith(name(), forum.id(), sort.get().said(), String.valueOf(number));
        }
        return remove(talk, forum, sort.get(), Integer.parseInt(opening[2]));
    }

    private boolean nothing(Forum forum) {
        return !materials.any(forum.id());
    }

    private static Optional<Sort> sort(String said) {
        return Stream.of(Sort.values()).filter(sort -> sort.said().equals(said)).findFirst();
    }

    private Ending list(Talk talk, Forum forum, String number) {
        var named = Stream.of(Sort.FILE, Sort.LINK)
                .flatMap(sort -> materials.of(forum.id(), sort).stream())
                .toList();
        var choices = new ArrayList<Choice>();
        if (!named.isEmpty()) {
            var page = Page.of(named, number);
            page.items().stream().map(this::choice).forEach(choices::add);
            page.further(name(), forum.id()).stream()
                    .map(choice -> choice.as(Tone.AWAY))
                    .forEach(choices::add);
        }
        if (!materials.of(forum.id(), Sort.PHOTO).isEmpty()) {
            choices.add(Choice.to(phrase("remove_material.photo"), name(), forum.id(), Sort.PHOTO.said()));
        }
        return talk.end(talk.line("which", forum.title()).with(choices).with(back(forum), SayHowItWas.menu()));
    }

    private Choice choice(Material material) {
        return Choice.to(
                phrase("remove_material.item", material.number(), shortened(called(material))),
                name(),
                material.forum(),
                material.sort().said(),
                String.valueOf(material.number()));
    }

    private static String called(Material material) {
        var item = material.item();
        return item == null ? Objects.requireNonNullElse(material.words(), "") : item.name();
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_LABEL ? words : words.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private Ending remove(Talk talk, Forum forum, Sort sort, int number) {
        var material = materials.find(forum.id(), sort, number).orElse(null);
        if (material == null) {
            return talk.end(talk.line("gone").with(back(forum), SayHowItWas.menu()));
        }
        var called = sort == Sort.PHOTO ? phrase("remove_material.photo-number", number) : verbatim(called(material));
        if (!talk.ask(sure(name(), "sure", called, forum.title()))) {
            return talk.end(talk.line("kept").with(back(forum), SayHowItWas.menu()));
        }
        removal.remove(forum, sort, number);
        return talk.end(talk.line("done", called).with(back(forum), SayHowItWas.menu()));
    }

    private static Choice back(Forum forum) {
        return Choice.to("materials", forum.id());
    }
}

package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/**
 * What there is to take along from a forum, for those who have a seat: {@code /materials <forum> <sort> <page>}. Organizers
 * see besides what they can do about it.
 */
@Component
class ShowMaterials implements Flow {

    /** As many as one album shows. */
    static final int MOST = 10;

    private static final int MOST_LINKS = 3;
    private static final int MOST_REQUESTS = 2;
    private static final int MOST_NUMBERS = 20;

    private final Forums forums;
    private final Registrations registrations;
    private final Materials materials;
    private final PhotoConsents consents;
    private final PhotoRequests requests;
    private final Clock clock;

    ShowMaterials(
            Forums forums,
            Registrations registrations,
            Materials materials,
            PhotoConsents consents,
            PhotoRequests requests,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.materials = materials;
        this.consents = consents;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "materials";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ");
        var forum = forums.find(opening[0]).orElse(null);
        if (forum == null) {
            return list(talk);
        }
        if (!organizes(talk) && !hasSeat(talk, forum)) {
            return talk.end(talk.line("not-yours", forum.title())
                    .with(Choice.to("forum", forum.id()), Choice.to("forums"), SayHowItWas.menu()));
        }
        var sort = opening.length > 1 ? opening[1] : "";
        int page = opening.length > 2 && opening[2].matches("[1-9]\\d{0,3}") ? Integer.parseInt(opening[2]) : 1;
        return Stream.of(Sort.values())
                .filter(each -> each.said().equals(sort))
                .findFirst()
                .map(each -> show(talk, forum, each, page))
                .orElseGet(() -> overview(talk, forum));
    }

    private static boolean organizes(Talk talk) {
        return talk.contact().may(Role.ORGANIZER);
    }

    private boolean hasSeat(Talk talk, Forum forum) {
        return registrations
                .find(forum.id(), talk.with())
                .filter(Registration::isConfirmed)
                .isPresent();
    }

    private Ending list(Talk talk) {
        var theirs = organizes(talk) ? forums.all() : own(talk);
        var latest = theirs.stream()
                .filter(forum -> !forum.isCancelled())
                .sorted(Comparator.comparing((Forum forum) -> awayFrom(forum)))
                .toList();
        if (latest.isEmpty()) {
            return talk.end(talk.line("none").with(Choice.to("my"), Choice.to("forums"), SayHowItWas.menu()));
        }
        if (latest.size() == 1) {
            return talk.goOnWith(name(), latest.get(0).id());
        }
        var page = Page.of(latest, talk.opening());
        return talk.end(talk.line("list")
                .with(page.items().stream()
                        .map(forum -> Choice.to(Naming.label(forum), name(), forum.id()))
                        .toList())
                .with(page.further(name()))
                .with(SayHowItWas.menu()));
    }

    /** The nearest first, whether it was or will be. */
    private java.time.Duration awayFrom(Forum forum) {
        return java.time.Duration.between(forum.ends(), clock.instant()).abs();
    }

    private List<Forum> own(Talk talk) {
        return registrations.of(talk.with()).stream()
                .filter(Registration::isConfirmed)
                .flatMap(registration -> forums.find(registration.forum()).stream())
                .filter(forum -> materials.any(forum.id()))
                .toList();
    }

    private Ending overview(Talk talk, Forum forum) {
        var files = materials.of(forum.id(), Sort.FILE);
        var photos = materials.of(forum.id(), Sort.PHOTO);
        var links = materials.of(forum.id(), Sort.LINK);
        boolean nothing = files.isEmpty() && photos.isEmpty() && links.isEmpty();
        var line = nothing
                ? talk.line("nothing", forum.title(), forTheTeam(talk, forum))
                : talk.line(
                        "overview", forum.title(), files.size(), photos.size(), links.size(), forTheTeam(talk, forum));
        var choices = new ArrayList<Choice>();
        if (!files.isEmpty()) {
            choices.add(Choice.to(phrase("materials.files"), name(), forum.id(), Sort.FILE.said()));
        }
        if (!photos.isEmpty()) {
            choices.add(Choice.to(phrase("materials.photos"), name(), forum.id(), Sort.PHOTO.said()));
        }
        if (!links.isEmpty()) {
            choices.add(Choice.to(phrase("materials.links"), name(), forum.id(), Sort.LINK.said()));
        }
        if (organizes(talk)) {
            choices.addAll(work(forum, nothing));
        }
        return talk.end(line.with(choices).with(Choice.to("forum", forum.id()), SayHowItWas.menu()));
    }

    private List<Choice> work(Forum forum, boolean nothing) {
        var work = new ArrayList<Choice>();
        work.add(Choice.to("add_materials", forum.id()).as(Tone.GOOD));
        if (!nothing) {
            work.add(Choice.to("remove_material", forum.id()));
        }
        requests.open(forum.id()).stream()
                .limit(MOST_REQUESTS)
                .map(number -> Choice.to(
                        phrase("materials.remove-photo", number), "remove_photo", forum.id(), String.valueOf(number)))
                .forEach(work::add);
        work.add(Choice.to(phrase("materials.others"), name()).as(Tone.AWAY));
        return work;
    }

    /** Who does not want to be in photos, by number; and the photos somebody wants to be taken off. */
    private Phrase forTheTeam(Talk talk, Forum forum) {
        if (!organizes(talk)) {
            return verbatim("");
        }
        var numbers = consents.refused(forum.id()).stream()
                .flatMap(person -> registrations.find(forum.id(), person).stream())
                .map(Registration::number)
                .sorted()
                .toList();
        var shown =
                numbers.stream().limit(MOST_NUMBERS).map(String::valueOf).reduce((one, other) -> one + ", " + other);
        return shown.map(listed -> phrase("materials.refused", numbers.size(), listed))
                .orElse(verbatim(""));
    }

    private Ending show(Talk talk, Forum forum, Sort sort, int page) {
        var all = materials.of(forum.id(), sort);
        if (all.isEmpty()) {
            return overview(talk, forum);
        }
        int most = sort == Sort.LINK ? MOST_LINKS : MOST;
        int pages = (all.size() + most - 1) / most;
        int shown = Math.min(page, pages);
        var some = all.subList((shown - 1) * most, Math.min(all.size(), shown * most));
        var line = talk.line(
                "shown-" + sort.said(), forum.title(), sort == Sort.LINK ? links(some) : numbers(some), some.size());
        if (pages > 1) {
            var next = String.valueOf(shown % pages + 1);
            line = line.with(Choice.to(
                    phrase("materials.next", shown % pages + 1, pages), name(), forum.id(), sort.said(), next));
        }
        if (sort == Sort.PHOTO) {
            line = line.with(Choice.to("take_me_out", forum.id()));
        }
        if (sort != Sort.LINK) {
            talk.say(Line.of(phrase("materials.album", forum.title())).carrying(media(some)));
        }
        return talk.end(line.with(
                Choice.to(phrase("materials.back"), name(), forum.id()).as(Tone.AWAY), SayHowItWas.menu()));
    }

    private static Phrase links(List<Material> some) {
        return Naming.lines(
                some.stream().map(link -> phrase("materials.link", Objects.requireNonNullElse(link.words(), ""))));
    }

    private static Attachment.Media media(List<Material> some) {
        return new Attachment.Media(some.stream()
                .flatMap(material -> Optional.ofNullable(material.item()).stream())
                .toList());
    }

    private static String numbers(List<Material> some) {
        return some.stream()
                .map(material -> String.valueOf(material.number()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}

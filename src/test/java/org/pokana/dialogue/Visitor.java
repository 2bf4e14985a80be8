package org.pokana.dialogue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.pokana.conversation.Standing;
import org.pokana.dialogue.Phone.Arrival;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Showing;

/** Somebody who writes and presses, and sees what comes of it before they do the next thing. */
final class Visitor {

    private static final Duration A_MOMENT = Duration.ofSeconds(3);
    private static final AtomicInteger UPDATES = new AtomicInteger();

    final Address address;
    private final World world;
    private final Locale language;
    private int seen;
    private boolean stammers;
    private String lastPick = "";
    private Screen screen;
    private Screen before;

    Visitor(World world, Address address, Locale language) {
        this.world = world;
        this.address = address;
        this.language = language;
    }

    Screen screen() {
        return screen;
    }

    /** What they saw before the last thing they did. */
    Screen before() {
        return before == null ? screen : before;
    }

    Visitor does(List<Step> steps) {
        steps.forEach(this::does);
        return this;
    }

    Visitor does(Step step) {
        if (step.isShown()) {
            return shows(step.words());
        }
        return step.isSaid() ? says(step.words()) : presses(find(step).orElseThrow());
    }

    boolean can(Step step) {
        return step.isSaid() || find(step).isPresent();
    }

    /** By its label or, where that says how many there are now, by its place. */
    private Optional<Button> find(Step step) {
        var buttons = screen.buttons();
        return buttons.stream()
                .filter(button -> button.label().equals(step.words()))
                .findFirst()
                .or(() -> Optional.of(step.place())
                        .filter(place -> place < buttons.size())
                        .map(buttons::get)
                        .filter(button -> Walk.kind(button.pick()).equals(Walk.kind(step.pick()))));
    }

    Visitor says(String words) {
        return receives(Incoming.said(update(), address, words, language, world.clock.instant()));
    }

    /** A photo with words under it, or without. */
    private Visitor shows(String words) {
        var photo = new Showing(Kind.PHOTO, Phone.PHOTO, "", 0, null);
        var now = world.clock.instant();
        return receives(
                new Incoming(update(), address, Incoming.Kind.SHOWED, words, null, null, language, now).with(photo));
    }

    /** The latest button of this label, or of one that begins so. */
    Visitor taps(String label) {
        return presses(button(label));
    }

    Button button(String label) {
        return world.phone(address).arrivals(address).stream()
                .flatMap(arrival -> arrival.content() instanceof Text text ? text.buttons().stream() : null)
                .filter(button -> button.label().startsWith(label))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no button " + label + ": " + screen.words()));
    }

    /** What the latest button carries of those that begin so. */
    String latest(String pick) {
        return world.phone(address).arrivals(address).stream()
                .flatMap(arrival -> arrival.content() instanceof Text text ? text.buttons().stream() : null)
                .map(Button::pick)
                .filter(each -> each.startsWith(pick))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("nothing leads to " + pick + ": " + screen.words()));
    }

    /** The same again is no slip of the thumb, but comes a moment later. */
    Visitor presses(Button button) {
        if (button.pick().equals(lastPick)) {
            world.passes(A_MOMENT);
        }
        lastPick = button.pick();
        return receives(tap(button));
    }

    /** A pick as it comes from anywhere, on nothing that could be changed. */
    Visitor presses(String pick) {
        return receives(Incoming.pressed(update(), address, pick, null, language, world.clock.instant()));
    }

    Incoming tap(Button button) {
        var carrier = world.phone(address).arrivals(address).stream()
                .filter(arrival -> arrival.content() instanceof Text text
                        && !text.lasting()
                        && text.buttons().contains(button))
                .map(Arrival::message)
                .reduce((earlier, later) -> later)
                .orElse(null);
        return Incoming.pressed(update(), address, button.pick(), carrier, language, world.clock.instant());
    }

    static String update() {
        return "update:" + UPDATES.incrementAndGet();
    }

    Visitor receives(Incoming... incoming) {
        seen = world.phone(address).arrivals(address).size();
        before = screen;
        if (stammers) {
            var twice = new Incoming[] {incoming[0], incoming[0]};
            world.receivesAtOnce(twice, incoming);
        } else {
            world.receives(incoming);
        }
        return looks();
    }

    /** Two taps of a nervous thumb, each of which arrives by itself and at the same time. */
    Visitor tapsTwice(String pick) {
        var button = screen.buttons().stream()
                .filter(each -> each.pick().equals(pick))
                .findFirst()
                .orElseThrow();
        seen = world.phone(address).arrivals(address).size();
        world.receivesAtOnce(new Incoming[] {tap(button)}, tap(button));
        return looks();
    }

    /** From now on everything comes three times, twice in one batch and once beside it. */
    void stammers() {
        stammers = true;
    }

    /** Sees what came since. */
    Visitor looks() {
        var all = world.phone(address).arrivals(address);
        screen = new Screen(all.subList(seen, all.size()), where());
        return this;
    }

    /** Sees what came since, all of which the service knows to have arrived. */
    Visitor looksWhenAllIsNoted() {
        world.waitUntilNoted(address);
        return looks();
    }

    Standing standing() {
        return screen.standing().orElseThrow();
    }

    Optional<String> taken(String words) {
        return screen.standing().flatMap(standing -> standing.taken(words, world.clock.instant()));
    }

    private Optional<Standing> where() {
        return world.contacts
                .at(address)
                .flatMap(contact -> Standing.with(contact, address, world.store, world.outbox, world.conversations));
    }

    void forgetsWhatItSaw() {
        seen = world.phone(address).arrivals(address).size();
    }
}

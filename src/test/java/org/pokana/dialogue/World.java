package org.pokana.dialogue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.pokana.PokanaApplication;
import org.pokana.SettableClock;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Flows;
import org.pokana.kernel.Address;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Ear;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Words;
import org.pokana.store.WithoutDisk;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** The whole service in memory, with people at two kinds of phones, and a clock that hardly moves by itself. */
final class World implements AutoCloseable {

    static final String BUTTONS = "phone";
    static final String WORDS_ONLY = "plain";
    static final String ORGANISATION = "НПО „Среща“";
    static final String MORNING = "2027-02-01T08:00:00Z";
    private static final String OWNER = "owner-";
    private static final int MOST_OWNERS = 1500;
    private static final int SOME = 10;
    private static final int LINE = 600;
    private static final Duration A_LITTLE = Duration.ofMillis(50);
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final SettableClock clock = SettableClock.at(MORNING);
    final Contacts contacts;
    final MongoOperations store;
    final Words words;
    final List<Flow> flows;
    final Outbox outbox;
    final Flows conversations;
    private final Phone buttons = Phone.withButtons(BUTTONS);
    private final Phone wordsOnly = Phone.withWordsOnly(WORDS_ONLY);
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final AtomicInteger people = new AtomicInteger();
    private final AtomicInteger owners = new AtomicInteger();
    private final AtomicInteger steps = new AtomicInteger();
    private final ConfigurableApplicationContext service;
    private final Inbox inbox;

    /** @param messages a folder with content of this world's own, such as its season */
    World(Path messages, String... settings) {
        var all = new ArrayList<>(List.of(
                WithoutDisk.SETTING,
                "--server.port=0",
                "--pokana.messages=" + messages,
                "--pokana.organizers=" + everyOwner(),
                "--pokana.organisation=" + ORGANISATION));
        all.addAll(List.of(settings));
        service = new SpringApplicationBuilder(PokanaApplication.class)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    WithoutDisk.keeps(beans);
                    beans.registerBean("theClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
                    beans.registerBean(BUTTONS, Channel.class, () -> buttons);
                    beans.registerBean(WORDS_ONLY, Channel.class, () -> wordsOnly);
                    beans.getBeanFactory().addBeanPostProcessor(new Listening());
                })
                .run(all.toArray(String[]::new));
        contacts = service.getBean(Contacts.class);
        store = service.getBean(MongoOperations.class);
        words = service.getBean(Words.class);
        inbox = service.getBean(Inbox.class);
        outbox = service.getBean(Outbox.class);
        conversations = service.getBean(Flows.class);
        flows = List.copyOf(service.getBeansOfType(Flow.class).values());
    }

    /** Owners are named at the start, as many as a walk may need. */
    private static String everyOwner() {
        return IntStream.rangeClosed(1, MOST_OWNERS)
                .mapToObj(number -> BUTTONS + ":" + OWNER + number)
                .collect(Collectors.joining(","));
    }

    /** Notes what was heard to its end. */
    private final class Listening implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Ear ear
                    ? (Ear) incoming -> {
                        ear.hear(incoming);
                        heard.add(incoming.id());
                    }
                    : bean;
        }
    }

    Phone buttons() {
        return buttons;
    }

    Phone phone(Address address) {
        return address.channel().equals(BUTTONS) ? buttons : wordsOnly;
    }

    Visitor somebody(String language) {
        return visitor(BUTTONS, "person-" + people.incrementAndGet(), language);
    }

    Visitor somebodyWithoutButtons(String language) {
        return visitor(WORDS_ONLY, "person-" + people.incrementAndGet(), language);
    }

    Visitor owner(String language) {
        return visitor(BUTTONS, OWNER + owners.incrementAndGet(), language);
    }

    /** The commands of such flows, in order. */
    Stream<String> commands(Predicate<Flow> which) {
        return flows.stream().filter(which).map(flow -> "/" + flow.name()).sorted();
    }

    private Visitor visitor(String channel, String id, String language) {
        return new Visitor(this, new Address(channel, id), Locale.forLanguageTag(language));
    }

    int steps() {
        return steps.get();
    }

    /** Returns when everything is heard and every reply has arrived. */
    void receives(Incoming... incoming) {
        steps.addAndGet(incoming.length);
        passes(Duration.ofMillis(1)); // so that nobody sees two things at once
        inbox.receive(List.of(incoming));
        waitUntilHeard(incoming);
    }

    /** The same from two sides. */
    void receivesAtOnce(Incoming[] one, Incoming... other) {
        var beside = new Thread(() -> inbox.receive(List.of(other)));
        beside.start();
        receives(one);
        try {
            beside.join();
            waitUntilHeard(other);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While time goes by: at least twice as fast as it really does, so that looking slowly keeps nobody waiting. */
    void waitUntil(BooleanSupplier holds) {
        long start = System.nanoTime();
        long looked = start;
        while (!holds.getAsBoolean()) {
            if (looked - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("waited in vain; " + unfinished());
            }
            long now = System.nanoTime();
            passes(longer(A_LITTLE, Duration.ofNanos(2 * (now - looked))));
            looked = now;
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    synchronized void passes(Duration time) {
        clock.advance(time);
    }

    void waitUntilHeard(Incoming... incoming) {
        long start = System.nanoTime();
        for (Incoming each : incoming) {
            long looked = System.nanoTime();
            while (!heard.contains(each.id()) || isSpokenTo(each.from())) {
                long now = System.nanoTime();
                if (now - start > A_WHILE.toNanos()) { // it may wait for the time that something else takes
                    passes(longer(Duration.ofMillis(5), Duration.ofNanos(now - looked)));
                }
                if (now - start > PATIENCE.toNanos()) {
                    var where = heard.contains(each.id()) ? "heard, but not answered: " : "not heard: ";
                    throw new IllegalStateException(where + each + "; " + unfinished());
                }
                looked = now;
                LockSupport.parkNanos(2_000_000);
            }
        }
    }

    /** What is on its way in or out, for whoever looks for the reason. */
    private String unfinished() {
        var in = store.getCollection("inbox")
                .find(new Document("state", "CLAIMED"))
                .limit(SOME);
        var out = store.getCollection("outbox")
                .find(new Document("settledAt", null))
                .limit(SOME);
        return "at " + clock.instant() + " there is still\n"
                + Stream.concat(in.into(new ArrayList<>()).stream(), out.into(new ArrayList<>()).stream())
                        .map(Document::toJson)
                        .map(each -> each.substring(0, Math.min(LINE, each.length())))
                        .collect(Collectors.joining("\n"));
    }

    private boolean isSpokenTo(Address address) {
        var waiting = new Document("to", address.toString())
                .append("settledAt", null)
                .append("lane", "REPLY")
                .append("state", new Document("$in", Arrays.asList("READY", "SENDING")));
        return store.getCollection("outbox").find(waiting).limit(1).first() != null;
    }

    /** What is on a phone already may still be on its way for the service. */
    boolean hasNotedWhatItSent() {
        return isNoted(new Document("state", "SENDING"));
    }

    void waitUntilNoted(Address address) {
        waitUntil(() -> isNoted(new Document("state", "SENDING").append("to", address.toString())));
    }

    private boolean isNoted(Document sending) {
        return store.getCollection("outbox").find(sending).limit(1).first() == null;
    }

    @Override
    public void close() {
        service.close();
    }
}

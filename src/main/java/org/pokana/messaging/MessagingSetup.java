package org.pokana.messaging;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Message.Fault;
import org.pokana.settings.Settings;
import org.pokana.store.InstanceId;
import org.pokana.store.Leases;
import org.pokana.store.Upkeep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Puts the two doors and what is between them together. */
@Configuration(proxyBeanMethods = false)
class MessagingSetup {

    private static final int MOST_PLATFORM_THREADS = 32;

    @Bean
    Words words(MessagesSettings settings, Settings chosen) {
        return Words.read(settings.folder(), chosen);
    }

    @Bean
    Channels channels(List<Channel> channels) {
        return new Channels(channels);
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService messageTimer() {
        return Executors.newSingleThreadScheduledExecutor(Threads.named("message-timer"));
    }

    /** One desk for both doors would let a person's slow message hold up what is sent to them; so there are two. */
    @Bean
    OneAtATime hearingDesk(ScheduledExecutorService messageTimer) {
        return new OneAtATime(Threads.many("hearing", MOST_PLATFORM_THREADS), messageTimer);
    }

    @Bean
    Links links(ObjectProvider<Entrance> entrances, @Value("${pokana.public-url}") String publicUrl) {
        return new Links(entrances.orderedStream().toList(), publicUrl);
    }

    @Bean
    OneAtATime sendingDesk(ScheduledExecutorService messageTimer) {
        return new OneAtATime(Threads.many("sending", MOST_PLATFORM_THREADS), messageTimer);
    }

    @Bean
    Typing typing(Channels channels) {
        return Typing.usual(channels);
    }

    @Bean
    Inbox inbox(
            MongoOperations store,
            Clock clock,
            InstanceId me,
            OneAtATime hearingDesk,
            Typing typing,
            Ear ear,
            RoomEar roomEar) {
        return new Inbox(store, clock, me.value(), hearingDesk, typing, ear, roomEar);
    }

    @Bean
    Outbox outbox(MongoOperations store, Clock clock, Channels channels) {
        return new Outbox(store, clock, channels);
    }

    @Bean
    KeptFiles keptFiles(
            MongoOperations store,
            Ids ids,
            Clock clock,
            ObjectProvider<Holds> holds,
            @Value("${pokana.public-url}") String publicUrl) {
        return new KeptFiles(store, ids, clock, holds.stream().toList(), publicUrl);
    }

    @Bean
    Porter porter(Channels channels, KeptFiles files) {
        return new Porter(channels, files);
    }

    @Bean
    Echo echo(MongoOperations store) {
        return new Echo(store);
    }

    @Bean
    Ledger ledger(MongoOperations store, Clock clock, InstanceId me) {
        return new Ledger(store, clock, me.value());
    }

    @Bean
    Waiting waiting(MongoOperations store, Clock clock) {
        return new Waiting(store, clock);
    }

    @Bean
    Backlog backlog(Waiting waiting, Clock clock) {
        return new Backlog(waiting, clock);
    }

    @Bean
    Mishap refused(MongoOperations store, Clock clock) {
        return new Mishap(store, clock, Fault.REFUSED);
    }

    @Bean
    Mishap tooLarge(MongoOperations store, Clock clock) {
        return new Mishap(store, clock, Fault.TOO_LARGE);
    }

    @Bean
    Mishap barred(MongoOperations store, Clock clock) {
        return new Mishap(store, clock, Fault.BARRED);
    }

    @Bean
    Gates gates(Channels channels, MongoOperations store, Clock clock) {
        return new Gates(channels, store, clock);
    }

    @Bean
    Judge judge(
            Ledger ledger,
            Outbox outbox,
            Contacts contacts,
            ObjectProvider<Relocates> relocates,
            ObjectProvider<Loses> loses,
            Words words,
            List<Mishap> mishaps,
            Clock clock) {
        return new Judge(
                ledger,
                outbox,
                contacts,
                relocates.stream().toList(),
                loses.stream().toList(),
                new Excuse(outbox, contacts, words, clock),
                mishaps,
                Jitter.RANDOM,
                clock);
    }

    @Bean
    Courier courier(
            Ledger ledger,
            Waiting waiting,
            Gates gates,
            ObjectProvider<Veto> vetoes,
            Judge judge,
            OneAtATime sendingDesk,
            Clock clock) {
        return new Courier(ledger, waiting, gates, vetoes.orderedStream().toList(), judge, sendingDesk, clock);
    }

    @Bean
    Dispatch dispatch(
            Inbox inbox,
            Courier courier,
            Outbox outbox,
            Ledger ledger,
            Waiting waiting,
            OneAtATime hearingDesk,
            OneAtATime sendingDesk,
            List<Channel> channels,
            Gates gates,
            Leases leases,
            MongoOperations store,
            Upkeep upkeep,
            Clock clock) {
        return new Dispatch(
                inbox,
                courier,
                outbox,
                List.of(hearingDesk, sendingDesk),
                channels,
                channel -> new Bulk(
                        ledger,
                        waiting,
                        courier,
                        sendingDesk,
                        new Pace(store, clock, channel.name()),
                        gates.of(channel),
                        clock),
                leases,
                upkeep.servesOneInstance(),
                clock);
    }
}

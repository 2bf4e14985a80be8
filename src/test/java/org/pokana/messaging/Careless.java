package org.pokana.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pokana.store.InstanceId;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** An inbox as it should not be, so that a test can show what then goes wrong. */
public enum Careless {
    /** Takes what comes again for something new. */
    FORGETFUL(Careless::renamed),

    /** Confirms what it has not stored. */
    HASTY(Careless::confirmed);

    private static final AtomicInteger RECEIPTS = new AtomicInteger();

    private final UnaryOperator<Collection<Incoming>> before;

    Careless(UnaryOperator<Collection<Incoming>> before) {
        this.before = before;
    }

    /** Nothing is installed where nothing is to go wrong. */
    public static void install(@Nullable Careless how, ConfigurableApplicationContext context) {
        var beans = context.getBeanFactory();
        if (how != null) {
            beans.addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Inbox ? how.inbox(beans) : bean;
                }
            });
        }
    }

    private Inbox inbox(BeanFactory beans) {
        return new Inbox(
                beans.getBean(MongoOperations.class),
                beans.getBean(Clock.class),
                beans.getBean(InstanceId.class).value(),
                beans.getBean("hearingDesk", OneAtATime.class),
                beans.getBean(Typing.class),
                beans.getBean(Ear.class),
                beans.getBean(RoomEar.class)) {
            @Override
            public void receive(Collection<Incoming> batch) {
                super.receive(before.apply(batch));
            }
        };
    }

    private static Collection<Incoming> renamed(Collection<Incoming> batch) {
        return batch.stream()
                .map(incoming -> Incoming.said(
                        incoming.id() + ":" + System.nanoTime() + RECEIPTS.incrementAndGet(),
                        incoming.from(),
                        incoming.text(),
                        incoming.language(),
                        incoming.at()))
                .toList();
    }

    private static Collection<Incoming> confirmed(Collection<Incoming> batch) {
        for (Incoming incoming : List.copyOf(batch)) {
            long number = Long.parseLong(incoming.id().replaceAll(".*:", ""));
            var address = URI.create(System.getenv("POKANA_TELEGRAM_API") + "/bot"
                    + System.getenv("POKANA_TELEGRAM_TOKEN") + "/getUpdates?timeout=0&offset=" + (number + 1));
            try {
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return batch;
    }
}

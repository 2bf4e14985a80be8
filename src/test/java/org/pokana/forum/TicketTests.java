package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;

/** Olena has the only seat; while Ivan joins the line, she gives it up, at each moment at which she could. */
class TicketTests {

    private static final ContactId OLENA = new ContactId("olena");
    private static final ContactId IVAN = new ContactId("ivan");
    private static final Words WORDS = Words.read(Optional.empty());
    private static final Set<String> ACTS =
            Set.of("insert", "updateFirst", "findAndModify", "exists", "find", "findOne", "findById");

    @Test
    void noSeatStaysIdleWhenOneGetsFreeWhileSomebodyJoinsTheLine() {
        assertThat(idleSeats(false)).isZero();
    }

    @Test
    void oneWouldIfNobodyLookedWhetherAllIsStillAsItWas() { // control
        assertThat(idleSeats(true)).isPositive();
    }

    /** @param blind whether the look for a change since finds none, whatever has happened */
    private static int idleSeats(boolean blind) {
        int idle = 0;
        for (int act = 1; ; act++) {
            try (var kit = new ForumKit(haskovo(1))) {
                kit.register("haskovo", OLENA);
                int[] done = {0};
                kit.registrations(meanwhile(kit, act, done, blind), WORDS)
                        .register("haskovo", IVAN, ForumKit.profile("Иван"));
                if (done[0] < act) {
                    return idle;
                }
                idle += kit.forum("haskovo").seats().isEmpty() ? 1 : 0;
            }
        }
    }

    private static MongoOperations meanwhile(ForumKit kit, int act, int[] done, boolean blind) {
        return (MongoOperations) Proxy.newProxyInstance(
                MongoOperations.class.getClassLoader(),
                new Class<?>[] {MongoOperations.class},
                (proxy, method, args) -> {
                    if (ACTS.contains(method.getName()) && ++done[0] == act) {
                        kit.registrations.release("haskovo", OLENA);
                    }
                    if (blind && method.getName().equals("exists") && args[1] == Forum.class) {
                        return true;
                    }
                    try {
                        return method.invoke(kit.mongo(), args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}

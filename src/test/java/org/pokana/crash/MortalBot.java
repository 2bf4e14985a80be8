package org.pokana.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.pokana.PokanaApplication;
import org.pokana.messaging.Careless;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The service as in production, except for what its clock says: {@code MortalBot PT1000H} starts it a thousand hours from
 * now. Once it runs, it takes orders from its standard input, such as where to die.
 *
 * @see Careless for the one thing it can be told to do wrong
 */
public final class MortalBot {

    private MortalBot() {}

    public static void main(String[] args) throws IOException {
        var clock = Clock.offset(Clock.tickMillis(java.time.ZoneOffset.UTC), Duration.parse(args[0]));
        var carelessness = args.length > 1 ? Careless.valueOf(args[1]) : null;
        var service = start(clock, carelessness);
        say("ready");
        obey(new Backstage(service));
    }

    private static ConfigurableApplicationContext start(Clock clock, @Nullable Careless carelessness) {
        return new SpringApplicationBuilder(PokanaApplication.class)
                .main(PokanaApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("shiftedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .initializers(context -> Careless.install(carelessness, context))
                .run();
    }

    private static void obey(Backstage backstage) throws IOException {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            var words = order.split(" ", 2);
            try {
                say(words[0] + " " + backstage.obey(words[1]));
            } catch (RuntimeException e) {
                say(words[0] + " failed: " + e);
            }
        }
    }

    /** On a line that no log begins like. */
    static void say(String what) {
        synchronized (System.out) {
            System.out.println("#" + what);
            System.out.flush();
        }
    }
}

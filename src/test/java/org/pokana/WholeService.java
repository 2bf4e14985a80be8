package org.pokana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.channel.telegram.FakePerson;
import org.pokana.channel.telegram.FakeTelegram;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole service against a Bot API server on another port, on the first of February 2027: Olena and Ivan are people,
 * Maria organizes. Whatever happens, no call breaks the specification.
 */
public abstract class WholeService {

    @TempDir
    private Path data;

    protected final ShiftedClock clock = new ShiftedClock("2027-02-01T08:00:00Z");
    protected final FakeTelegram telegram = FakeTelegram.open(0, clock);
    protected final FakePerson olena = telegram.person(501, "bg").called("Олена", "Ковал");
    protected final FakePerson ivan = telegram.person(502, "en");
    protected final FakePerson maria = telegram.person(777, "bg");
    protected ConfigurableApplicationContext service;

    @BeforeEach
    protected void start() {
        service = new SpringApplicationBuilder(PokanaApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("shiftedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--pokana.store.data=" + data,
                        "--pokana.organizers=telegram:777",
                        "--pokana.telegram.token=" + FakeTelegram.TOKEN,
                        "--pokana.telegram.api=" + telegram.url());
    }

    @AfterEach
    void stop() {
        service.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }
}

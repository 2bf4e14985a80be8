package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pokana.announcement.CallList;
import org.pokana.announcement.Dispatch;
import org.pokana.announcement.DispatchActs;
import org.pokana.announcement.Dispatches;
import org.pokana.contact.Contacts;
import org.pokana.messaging.Words;
import org.springframework.ui.ConcurrentModel;

/** The list of announcements while one of them ends. */
class AnnouncementPagesTests {

    private final Dispatches dispatches = mock(Dispatches.class);
    private final AnnouncementPages pages = new AnnouncementPages(
            dispatches,
            mock(DispatchActs.class),
            mock(CallList.class),
            mock(Contacts.class),
            mock(Words.class),
            new ConsoleSettings(ZoneId.of("Europe/Sofia")),
            Clock.systemUTC());

    @Test
    void whatEndsWhileSomebodyLooksIsShownOnce() {
        var moved = mock(Dispatch.class);
        when(moved.id()).thenReturn("moved");
        var ended = new AtomicBoolean();
        // It ends right after the first look, whichever that is.
        when(dispatches.open()).thenAnswer(asked -> ended.getAndSet(true) ? List.of() : List.of(moved));
        when(dispatches.through(anyInt(), anyInt()))
                .thenAnswer(asked -> ended.getAndSet(true) ? List.of(moved) : List.of());

        var model = new ConcurrentModel();
        pages.list(0, Locale.forLanguageTag("bg"), model);

        assertThat(Stream.of("open", "through").flatMap(part -> shown(model, part)))
                .containsExactly(moved);
    }

    private static Stream<Object> shown(ConcurrentModel model, String part) {
        return ((Collection<?>) model.get(part)).stream().map(Object.class::cast);
    }
}

package org.pokana.console;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.pokana.change.Unheard;
import org.pokana.console.Todos.Todo;
import org.pokana.forum.Forum;
import org.springframework.stereotype.Component;

/** What waits for the team around the forums to come. */
@Component
class ForumTodos {

    /** When a forum that is half empty begins to worry. */
    private static final Duration SOON = Duration.ofDays(30);

    /** Of so many seats one is left when a forum is nearly full. */
    private static final int NEARLY = 10;

    private final Unheard unheard;
    private final Clock clock;

    ForumTodos(Unheard unheard, Clock clock) {
        this.unheard = unheard;
        this.clock = clock;
    }

    Stream<Todo> of(List<ForumGlance> toCome, List<Forum> forums) {
        return Stream.concat(
                toCome.stream().flatMap(forum -> Stream.concat(people(forum), seats(forum))), changed(toCome, forums));
    }

    private static Stream<Todo> people(ForumGlance forum) {
        var people = page(forum) + "/people";
        var numbers = forum.numbers();
        var which = forum.label();
        var todos = Stream.of(
                new Todo("ending", numbers.ending(), which, people + "?standing=KEPT"),
                new Todo("kept", (long) numbers.kept() - numbers.ending(), which, people + "?standing=KEPT"),
                new Todo("waiting", numbers.waiting(), which, people + "?standing=WAITING&order=LINE"));
        return forum.state().equals("now")
                ? Stream.concat(
                        Stream.of(new Todo("check-in", (long) numbers.seats() - numbers.here(), which, people)), todos)
                : todos;
    }

    private Stream<Todo> seats(ForumGlance forum) {
        if (!forum.state().equals("open")) {
            return Stream.empty();
        }
        int left = forum.capacity() - forum.taken();
        if (isSoon(forum) && forum.taken() < forum.capacity() / 2) {
            return Stream.of(new Todo("empty", left, forum.label(), page(forum)));
        }
        return left > 0 && left * NEARLY <= forum.capacity()
                ? Stream.of(new Todo("nearly-full", left, forum.label(), page(forum)))
                : Stream.empty();
    }

    private Stream<Todo> changed(List<ForumGlance> toCome, List<Forum> forums) {
        return toCome.stream().flatMap(glance -> forums.stream()
                .filter(forum -> forum.id().equals(glance.id()))
                .map(forum -> new Todo("unheard", unheard.of(forum), glance.label(), page(glance) + "/understood")));
    }

    private static String page(ForumGlance forum) {
        return "/desk/forums/" + forum.id();
    }

    private boolean isSoon(ForumGlance forum) {
        return forum.starts().toInstant().isBefore(clock.instant().plus(SOON));
    }
}

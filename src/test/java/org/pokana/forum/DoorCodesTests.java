package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorCodesTests {

    private final ForumKit kit = new ForumKit(haskovo(1), dimitrovgrad(1));
    private final DoorCodes codes = instance("first");
    private final Forum forum = kit.forum("haskovo");

    @AfterEach
    void closeStore() {
        kit.close();
    }

    private DoorCodes instance(String secret) {
        return new DoorCodes(kit.mongo(), () -> secret, kit.clock);
    }

    @Test
    void areTheSameOnEveryInstanceAndAfterEveryRestart() {
        var code = codes.now(forum);
        var another = instance("another secret");

        assertThat(another.now(forum)).isEqualTo(code);
        assertThat(another.opens(forum, code.digits())).isTrue();
        assertThat(code.digits()).matches("\\d{5}");
        assertThat(code.until()).isEqualTo("2027-02-01T08:10:00Z");
    }

    @Test
    void changeEveryTenMinutesAndTheOneBeforeStillOpens() {
        var first = codes.now(forum).digits();
        kit.clock.advance(Duration.ofMinutes(10));
        var second = codes.now(forum).digits();

        assertThat(second).isNotEqualTo(first);
        assertThat(codes.opens(forum, first)).isTrue();
        assertThat(codes.opens(forum, second)).isTrue();
        kit.clock.advance(Duration.ofMinutes(10));
        assertThat(codes.opens(forum, first)).isFalse();
        assertThat(codes.opens(forum, second)).isTrue();
    }

    @Test
    void areNotThoseOfAnotherForumNorOfAnotherSecret() {
        var here = new HashSet<String>();
        var there = new HashSet<String>();
        for (int i = 0; i < 20; i++) {
            here.add(codes.now(forum).digits());
            there.add(instance("second").now(kit.forum("dimitrovgrad")).digits());
            kit.clock.advance(Duration.ofMinutes(10));
        }
        assertThat(here).hasSizeGreaterThan(15);
        assertThat(there).hasSizeGreaterThan(15).doesNotContainAnyElementsOf(here);
    }

    @Test
    void areNothingElse() {
        for (String typed : new String[] {"", "0", "00000 ", "абвгд", "123456"}) {
            assertThat(codes.opens(forum, typed)).as(typed).isFalse();
        }
    }
}

package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;

/** An owner makes up the team at the desk, and takes it apart again. */
class DeskTeamTests {

    private static DeskStage stage;
    private static Contact boris;
    private static DeskVisitor owner;

    @BeforeAll
    static void open() {
        stage = DeskStage.open(DeskChat.PATIENT);
        boris = stage.person("boris", Role.OWNER);
        owner = stage.signedIn(boris);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** The command that the link opens in a chat. */
    private static String invites(Role role) {
        owner.get("/desk/team");
        var page = owner.submits("/desk/invitations", "role", role.name());
        assertThat(page.statusCode()).isEqualTo(200);
        var link = Pattern.compile("\\?start=(organizer-[a-z0-9]+)").matcher(page.body());
        assertThat(link.find()).isTrue();
        assertThat(owner.get("/desk/team").body()).as("shown once").doesNotContain(link.group(1));
        return "/organizer " + link.group(1).replace("organizer-", "");
    }

    private static Set<Role> roles(Contact who) {
        return stage.bean(Contacts.class).find(who.id()).orElseThrow().roles();
    }

    private static List<String> openInvitations() {
        return Pattern.compile("/desk/invitations/([a-z0-9]+)/end")
                .matcher(owner.get("/desk/team").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aLinkMadeAtTheDeskMakesItsFirstOpenerWhatItSays() {
        for (Role role : Role.values()) {
            int before = openInvitations().size();
            var link = invites(role);
            assertThat(openInvitations()).hasSize(before + 1);
            var first = new DeskChat(stage, "first-" + role);
            var second = new DeskChat(stage, "second-" + role);
            first.asks(link);
            assertThat(roles(first.contact())).containsExactly(role);
            second.asks(link);
            assertThat(roles(second.contact())).isEmpty();
            assertThat(openInvitations()).as("an open one no longer").hasSize(before);
        }
        assertThat(stage.bean(Audit.class).by(boris.id()))
                .extracting(Audit.Entry::what)
                .contains(
                        "invited an owner",
                        "invited an organizer",
                        "invited a helper to the door",
                        "invited somebody to look");
    }

    @Test
    void whatIsCalledBackOrADayOldWorksNoLonger() {
        var ivan = new DeskChat(stage, "ivan");
        var link = invites(Role.ORGANIZER);
        var id = openInvitations().get(openInvitations().size() - 1);
        assertThat(owner.submits("/desk/invitations/" + id + "/end").headers().firstValue("Location"))
                .contains("/desk/team?done=invitation");
        assertThat(owner.submits("/desk/invitations/" + id + "/end").headers().firstValue("Location"))
                .contains("/desk/team?done=no-invitation");
        ivan.asks(link);
        assertThat(roles(ivan.contact())).isEmpty();

        var old = invites(Role.OWNER);
        stage.clock.advance(Duration.ofHours(24));
        owner = stage.signedIn(boris);
        assertThat(openInvitations()).isEmpty();
        ivan.asks(old);
        assertThat(roles(ivan.contact())).isEmpty();
        ivan.asks(invites(Role.VIEWER));
        assertThat(roles(ivan.contact())).as("control").containsExactly(Role.VIEWER);
    }

    @Test
    void anotherRoleHoldsAtOnceAndSignsOutWhoeverHasIt() {
        var maria = stage.person("maria", Role.ORGANIZER, Role.DOOR);
        var hers = stage.signedIn(maria);
        var petar = new DeskChat(stage, "petar");
        assertThat(hers.get("/desk/questions").statusCode()).isEqualTo(200);
        owner.get("/desk/team");
        assertThat(owner.submits("/desk/team/" + maria.key() + "/role", "role", "VIEWER")
                        .statusCode())
                .isEqualTo(302);
        assertThat(roles(maria)).containsExactly(Role.VIEWER);
        assertThat(hers.get("/desk").statusCode()).isEqualTo(303);
        var anew = stage.signedIn(maria);
        assertThat(anew.get("/desk").statusCode()).as("control: she may look").isEqualTo(200);
        assertThat(anew.get("/desk/questions").statusCode()).isEqualTo(403);

        assertThat(owner.submits("/desk/team/" + boris.key() + "/role", "role", "VIEWER")
                        .statusCode())
                .as("nobody changes their own")
                .isEqualTo(409);
        assertThat(owner.submits("/desk/team/" + petar.contact().key() + "/role", "role", "OWNER")
                        .statusCode())
                .as("a participant is not made an owner by a wrong address")
                .isEqualTo(404);
        assertThat(roles(petar.contact())).isEmpty();
    }

    @Test
    void whoIsNoOwnerAnyMoreHasInvitedNobody() {
        var vera = stage.person("vera", Role.OWNER);
        var boris = owner;
        owner = stage.signedIn(vera);
        var link = invites(Role.OWNER);
        owner = boris;
        owner.get("/desk/team");
        owner.submits("/desk/team/" + vera.key() + "/OWNER/end");
        var friend = new DeskChat(stage, "friend");
        friend.asks(link);
        assertThat(roles(friend.contact())).isEmpty();
    }

    @Test
    @Tag("payloads")
    void aNameRunsNowhereOnThePage() {
        owner.get("/desk/team");
        owner.submits("/desk/invitations", "role", "DOOR");
        for (String payload : Payloads.some()) {
            stage.bean(Contacts.class).learn(boris.id(), new Profile(null, null, null, payload));
            assertThat(Payloads.alive(owner.get("/desk/team").body()))
                    .as(payload)
                    .isEmpty();
        }
        assertThat(Payloads.alive(
                        owner.submits("/desk/invitations", "role", "DOOR").body()))
                .isEmpty();
        openInvitations().forEach(id -> owner.submits("/desk/invitations/" + id + "/end"));
    }
}

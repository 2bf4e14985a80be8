package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.contact.Role;
import org.pokana.messaging.Content;

/** Maria added Olena as a guest; then Olena came by phone. */
class DuplicatesTalkTests {

    private final Stage stage = new Stage(
            props -> ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()),
            ForumFlows.documents());
    private final Stage.Person olena = stage.person("olena");
    private final Stage.Person maria = stage.person("maria");

    @BeforeEach
    void olenaIsRegisteredTwice() {
        new Forums(stage.props.store(), stage.clock).add(haskovo(3));
        maria.says("/start");
        stage.contacts.grant(maria.contact().id(), Role.ORGANIZER);
        adds("Олена Ковал");
        olena.says("/register haskovo").taps("Давам съгласие").taps("НПО").taps("Хасково");
        Stream.of("Сдружение „Мост“", "Олена Ковал", "да").forEach(olena::says);
        Stream.of(olena, maria).forEach(Stage.Person::reads);
    }

    private void adds(String name) {
        maria.says("/guest haskovo").says(name).says("Сдружение „Мост“").taps("Запиши госта");
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void makesThemOneWithATap() {
        maria.says("записани два пъти").says("хасково");
        assertThat(maria.reads()).contains("един човек може би е записан", "№ 2", "№ 1, гост");
        maria.taps("Един човек са");

        assertThat(maria.reads()).contains("остава едно записване", "Олена Ковал", "№ 2");
        maria.taps("Други двойни записвания");
        assertThat(maria.reads()).contains("не намирам човек, записан два пъти");
        olena.says("/my");
        assertThat(olena.reads()).contains("№ 2");
    }

    @Test
    void takesItBackAsLongAsThereIsASeat() {
        maria.says("/duplicates haskovo").taps("Един човек са").taps("Върни: двама души са");

        assertThat(maria.reads()).contains("двама души са. За „Форум Хасково“ отново е записан:", "№ 1, гост");
    }

    @Test
    void doesNotTakeItBackOnceTheSeatWentOn() {
        maria.says("/duplicates haskovo").taps("Един човек са");
        adds("Стоян Петров");
        adds("Анна Петрова");
        maria.says("/duplicates haskovo undo 1");

        assertThat(maria.reads()).contains("няма свободно място за второто записване");
    }

    @Test
    void saysSoWhenAnotherOrganizerWasFaster() {
        maria.says("/duplicates haskovo");
        maria.says("/duplicates haskovo merge 2 1");
        maria.says("/duplicates haskovo merge 2 1");

        assertThat(maria.reads()).contains("вече се е променило");
    }

    @Test
    void showsTwoAtATimeOnAScreenThatFitsAPhone() {
        adds("Ковал Олена");
        maria.says("/duplicates haskovo").taps("Следващите двама");
        maria.says("/language en").says("/duplicates haskovo").says("/duplicates haskovo merge 2 1");

        assertThat(maria.messages())
                .filteredOn(Content.Text.class::isInstance)
                .map(Content.Text.class::cast)
                .allSatisfy(text -> {
                    assertThat(text.text()).hasSizeLessThanOrEqualTo(600);
                    assertThat(text.buttons())
                            .hasSizeLessThanOrEqualTo(8)
                            .allSatisfy(button -> assertThat(button.label()).hasSizeLessThanOrEqualTo(25));
                });
    }
}

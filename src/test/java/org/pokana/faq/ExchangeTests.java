package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pokana.faq.Desk.HALL;
import static org.pokana.faq.Desk.OLENA;
import static org.pokana.faq.Desk.PARKING;
import static org.pokana.faq.Desk.saying;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.messaging.BadContent;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

class ExchangeTests {

    private final Desk desk = new Desk(HALL, PARKING);

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @Test
    void readsWhatItWrote() {
        assertThat(plan(desk.exchange.export()))
                .isEqualTo(new Exchange.Plan(java.util.List.of(), java.util.List.of(), 2));

        var all = KnowledgeBase.read(null).entries();
        var file = FaqText.of(all);
        assertThat(plan(file).added()).isEqualTo(all);
    }

    @Test
    void keepsEveryCharacter() {
        var odd = saying(HALL, "\"Кавички\" \\ и: # [x] 🙂\nнов ред\u200b\u0007 край");
        desk.editing.edit(odd, 1, OLENA, null);

        assertThat(plan(desk.exchange.export()).changesNothing()).isTrue();
    }

    @Test
    void saysWhatWouldChangeBeforeItDoes() {
        var file = desk.exchange.export().replace("В Хасково.", "В читалището.").replace("id: parking", "id: cars");

        var plan = plan(file);

        assertThat(plan.added()).extracting(FaqEntry::id).containsExactly("cars");
        assertThat(plan.changed()).extracting(each -> each.after().id()).containsExactly("hall");
        assertThat(plan.changed().get(0).fields()).containsExactly("answer");
        assertThat(desk.knowledge.entries()).containsExactly(HALL, PARKING);

        assertThat(desk.exchange.take(plan, OLENA)).isEqualTo(new Exchange.Taken(1, 1, java.util.List.of()));
        assertThat(desk.answer("hall")).isEqualTo("В читалището.");
        assertThat(desk.knowledge.entries()).hasSize(3);
        assertThat(desk.now("cars").by()).contains(OLENA);
    }

    @Test
    void doesNotWriteOverWhatWasChangedSince() {
        var plan = plan(desk.exchange.export().replace("В Хасково.", "В читалището."));
        desk.editing.edit(saying(HALL, "В театъра."), 1, OLENA, null);

        assertThat(desk.exchange.take(plan, OLENA).overtaken()).containsExactly("hall");
        assertThat(desk.answer("hall")).isEqualTo("В театъра.");
    }

    @Test
    void takesOneLanguageForEnough() {
        var plan = plan("""
                - id: bus
                  topic: forums
                  question: {bg: "Има ли автобус?"}
                  label: {bg: "Автобус"}
                  answer: {bg: "Да."}
                  source: [{name: {bg: "Организатор"}}]
                  checked: false
                """);

        assertThat(desk.exchange.take(plan, OLENA).added()).isEqualTo(1);
        assertThat(plan(desk.exchange.export()).changesNothing()).isTrue();
    }

    @Test
    void refusesBombs() {
        assertThatThrownBy(() -> plan(laughs(9))).isInstanceOf(BadContent.class).hasMessageContaining("aliases");
        assertThatThrownBy(() -> plan("[".repeat(5000)))
                .isInstanceOf(BadContent.class)
                .hasMessageContaining("Nesting");
        assertThatThrownBy(() -> plan("#".repeat(Exchange.LARGEST + 1)))
                .isInstanceOf(BadContent.class)
                .hasMessageContaining("larger than 4 MB");
        assertThatThrownBy(() -> plan("- !!javax.script.ScriptEngineManager [x]"))
                .isInstanceOf(BadContent.class);
        assertThatThrownBy(() -> plan("a: &a [*a]")).isInstanceOf(BadContent.class);
    }

    @Test
    void refusesWhateverElseIsNoListOfAnswers() {
        assertThat(Hostile.files()).allSatisfy(file -> assertThatThrownBy(() -> plan(file))
                .isInstanceOf(BadContent.class)
                .message()
                .hasSizeLessThan(300));
        assertThat(desk.knowledge.entries()).containsExactly(HALL, PARKING);
    }

    @Test
    void refusesEndlessTextsUnread() {
        assertThatThrownBy(() -> plan("- id: " + "a".repeat(20_000)))
                .hasMessage("faq.yaml, line 1: the line has more than 20000 characters.");
        assertThatThrownBy(() -> plan("- id: |\n" + "  a\n".repeat(501)))
                .hasMessage("faq.yaml, line 502: a text has more than 500 lines.");
    }

    /** What the limit on aliases is for: a few lines become millions of texts. */
    @Test
    void wouldGrowWithoutTheLimitOnAliases() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);

        Object grown = new Yaml(options).load(laughs(6));

        assertThat(leaves(((java.util.List<?>) grown).get(6))).isEqualTo((long) Math.pow(9, 7));
    }

    private static String laughs(int levels) {
        var bomb = new StringBuilder("- &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= levels; i++) {
            bomb.append("- &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("]\n");
        }
        return bomb.toString();
    }

    private static long leaves(Object tree) {
        return tree instanceof java.util.List<?> list
                ? list.stream().mapToLong(ExchangeTests::leaves).sum()
                : 1;
    }

    private Exchange.Plan plan(String yaml) {
        return desk.exchange.plan("faq.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}

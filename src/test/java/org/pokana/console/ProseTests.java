package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pokana.console.Prose.Block;

class ProseTests {

    @Test
    void makesParagraphsAndLists() {
        assertThat(Prose.of("Първо.\nВторо.\n\n• едно\n• две\n\nКрай.\n"))
                .containsExactly(
                        new Block(false, List.of("Първо.")),
                        new Block(false, List.of("Второ.")),
                        new Block(true, List.of("едно", "две")),
                        new Block(false, List.of("Край.")));
        assertThat(Prose.of("")).isEmpty();
    }

    @Test
    void previewsEndWithAWholeWord() {
        var description = new Preview("t", "дума ".repeat(60), "").description();

        assertThat(description).hasSizeLessThanOrEqualTo(200).endsWith("дума…");
        assertThat(new Preview("t", "ж".repeat(300), "").description()).hasSize(200);
        assertThat(new Preview("t", " едно\n\nдве ", "").description()).isEqualTo("едно две");
    }
}

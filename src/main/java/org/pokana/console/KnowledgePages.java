package org.pokana.console;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pokana.faq.Drafts;
import org.pokana.faq.KnowledgeBase;
import org.pokana.faq.Stocktaking;
import org.pokana.faq.Stocktaking.Item;
import org.pokana.faq.Stocktaking.Why;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The questions and answers that people get, to be looked through by those who look after them. */
@DeskPage
class KnowledgePages {

    private static final int ON_A_PAGE = 40;

    private final Stocktaking stock;
    private final Drafts drafts;

    KnowledgePages(Stocktaking stock, Drafts drafts) {
        this.stock = stock;
        this.drafts = drafts;
    }

    /** One entry in the list. */
    public record Row(String id, String question, String topic, List<String> languages, List<Why> why, long unheard) {

        static Row of(Item item, Locale language) {
            var entry = item.entry();
            return new Row(
                    entry.id(),
                    entry.question().in(language),
                    entry.topic(),
                    entry.answer().words().keySet().stream().sorted().toList(),
                    item.why(),
                    item.unheard());
        }
    }

    @GetMapping("/desk/knowledge")
    String list(@ModelAttribute KnowledgeWish wish, Locale language, Model model) {
        var all = stock.all();
        var found = wish.among(all);
        int pages = (found.size() + ON_A_PAGE - 1) / ON_A_PAGE;
        int page = Math.max(0, Math.min(wish.pageNumber(), pages - 1));
        model.addAttribute("wish", wish);
        model.addAttribute("topics", KnowledgeBase.TOPICS);
        model.addAttribute("states", counted(all));
        model.addAttribute("all", found.size());
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        model.addAttribute("drafts", drafts.open().size());
        model.addAttribute(
                "rows",
                found.stream()
                        .skip((long) page * ON_A_PAGE)
                        .limit(ON_A_PAGE)
                        .map(item -> Row.of(item, language))
                        .toList());
        return "desk/knowledge";
    }

    /** How many there are to look at, and why. */
    private static Map<Why, Long> counted(List<Item> all) {
        var counts = new EnumMap<Why, Long>(Why.class);
        Arrays.stream(Why.values())
                .forEach(why -> counts.put(
                        why,
                        all.stream().filter(item -> item.why().contains(why)).count()));
        return counts;
    }
}

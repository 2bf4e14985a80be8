package org.pokana.console;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.KnowledgeBase;
import org.pokana.faq.Stocktaking;
import org.pokana.faq.Stocktaking.Item;
import org.pokana.faq.Stocktaking.Why;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody looks for among the answers, as it stands in the address of the page; what makes no sense is left out. */
public record KnowledgeWish(
        @Nullable String q,
        @Nullable String topic,
        @Nullable String state,
        @Nullable Integer page) {

    private static final int LONGEST = 100;

    public String words() {
        return q == null ? "" : q.substring(0, Math.min(LONGEST, q.length()));
    }

    /** Empty for any. */
    public String about() {
        return topic != null && KnowledgeBase.TOPICS.contains(topic) ? topic : "";
    }

    /** Empty for any. */
    public String why() {
        return Arrays.stream(Why.values())
                .map(Why::name)
                .filter(each -> each.equals(state))
                .findFirst()
                .orElse("");
    }

    int pageNumber() {
        return page == null ? 0 : page;
    }

    /** Those of which all that is said; what was retired only where it is looked for. */
    List<Item> among(List<Item> all) {
        return all.stream()
                .filter(item -> about().isEmpty() || item.entry().topic().equals(about()))
                .filter(item ->
                        why().isEmpty() ? !item.now().retired() : item.why().contains(Why.valueOf(why())))
                .filter(item -> Stocktaking.speaksOf(item.entry(), words()))
                .sorted((one, other) ->
                        why().equals(Why.UNHELPFUL.name()) ? Long.compare(other.unheard(), one.unheard()) : 0)
                .toList();
    }

    /** The address of another page of the same list. */
    public String at(int other) {
        return UriComponentsBuilder.newInstance()
                .queryParam("q", "{q}")
                .queryParam("topic", "{topic}")
                .queryParam("state", "{state}")
                .queryParam("page", "{page}")
                .encode()
                .buildAndExpand(words(), about(), why(), other)
                .toUriString();
    }
}

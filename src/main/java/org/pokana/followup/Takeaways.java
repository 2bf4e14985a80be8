package org.pokana.followup;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pokana.followup.Material.Sort;
import org.springframework.stereotype.Component;

/** Whether there is something to take along from a forum, and what of it everybody may see; the rest is for those who have a seat. */
@Component
public class Takeaways {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private final Materials materials;
    private final Window window;

    Takeaways(Materials materials, Window window) {
        this.materials = materials;
        this.window = window;
    }

    public boolean from(String forum) {
        return materials.any(forum);
    }

    /** @param href where it is, on this site or elsewhere */
    public record Shown(String name, String href, boolean elsewhere) {}

    public List<Shown> shown(String forum) {
        var shown = window.of(forum);
        return Stream.of(Sort.FILE, Sort.LINK)
                .flatMap(sort -> materials.of(forum, sort).stream())
                .filter(material -> shown.contains(material.id()))
                .flatMap(Takeaways::shown)
                .toList();
    }

    private static Stream<Shown> shown(Material material) {
        var item = material.item();
        if (item != null) {
            return Stream.of(new Shown(item.name(), "/chat/media/" + item.file(), false));
        }
        var words = Objects.requireNonNullElse(material.words(), "");
        return LINK.matcher(words).results().limit(1).map(link -> new Shown(words, link.group(), true));
    }
}

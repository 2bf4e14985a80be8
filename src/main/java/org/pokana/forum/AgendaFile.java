package org.pokana.forum;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pokana.messaging.ContentNode;

/** Reads the agenda of one forum, which lies between its start and its end. */
record AgendaFile(LocalDateTime starts, LocalDateTime ends) {

    private static final List<String> KINDS =
            List.of("check-in", "plenary", "talk", "role-play", "practicum", "break", "closing");

    List<AgendaItem> read(ContentNode node) {
        var items = new ArrayList<AgendaItem>();
        for (var itemNode : node.items()) {
            var item = item(itemNode);
            if (!items.isEmpty()
                    && item.starts().isBefore(items.get(items.size() - 1).ends())) {
                throw itemNode.wrong("this item starts before the one above it ends");
            }
            items.add(item);
        }
        return items;
    }

    private AgendaItem item(ContentNode node) {
        var fields = node.fields(Set.of("starts", "ends", "kind", "title"));
        var from = node.required(fields, "starts").as("a time like 09:30", LocalTime::parse);
        var until = node.required(fields, "ends").as("a time like 09:30", LocalTime::parse);
        if (!from.isBefore(until)) {
            throw node.wrong("this item must end after it starts");
        }
        if (from.isBefore(starts.toLocalTime()) || until.isAfter(ends.toLocalTime())) {
            throw node.wrong("this item is not between the start and the end of its forum");
        }
        return new AgendaItem(
                from,
                until,
                ForumFile.one(node.required(fields, "kind"), KINDS),
                ForumFile.localized(node.required(fields, "title"), 120));
    }
}

package org.pokana.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Copy;
import org.pokana.messaging.Content.Moment;
import org.springframework.data.mongodb.core.convert.MongoConversionContext;
import org.springframework.data.mongodb.core.convert.MongoValueConverter;

/** How content is kept in a document: its kind by name, so that a renamed class leaves what is stored readable. */
final class ContentForm implements MongoValueConverter<Content, Document> {

    @Override
    public Document write(Content content, MongoConversionContext context) {
        if (content instanceof Content.Document file) {
            return new Document("kind", "document")
                    .append("name", file.name())
                    .append("type", file.type())
                    .append("bytes", new Binary(file.bytes()))
                    .append("caption", file.caption());
        }
        if (content instanceof Content.Place place) {
            return new Document("kind", "place")
                    .append("title", place.title())
                    .append("address", place.address())
                    .append("latitude", place.latitude())
                    .append("longitude", place.longitude());
        }
        if (content instanceof Content.Media media) {
            return new Document("kind", "media")
                    .append(
                            "items",
                            media.items().stream().map(ContentForm::item).toList())
                    .append("words", text(media.words()));
        }
        if (content instanceof Content.Caption caption) {
            return new Document("kind", "caption").append("words", text(caption.words()));
        }
        return content instanceof Content.Withdrawal
                ? new Document("kind", "withdrawal")
                : text((Content.Text) content);
    }

    private static Document item(Item item) {
        return new Document("file", item.file())
                .append("kind", item.kind().name())
                .append("name", item.name())
                .append("type", item.type())
                .append("bytes", item.bytes())
                .append("link", item.link());
    }

    private static Document text(Content.Text text) {
        var form = new Document("kind", "text")
                .append("text", text.text())
                .append(
                        "buttons",
                        text.buttons().stream().map(ContentForm::button).toList())
                .append("lasting", text.lasting());
        if (!text.moments().isEmpty()) {
            form.append(
                    "moments", text.moments().stream().map(ContentForm::moment).toList());
        }
        var copy = text.copy();
        return copy == null
                ? form
                : form.append("copy", new Document("text", copy.text()).append("label", copy.label()));
    }

    private static Document button(Button button) {
        return new Document("pick", button.pick())
                .append("label", button.label())
                .append("tone", button.tone().name());
    }

    private static Document moment(Moment moment) {
        return new Document("from", moment.from())
                .append("length", moment.length())
                .append("at", moment.at().getEpochSecond());
    }

    @Override
    public Content read(Document form, MongoConversionContext context) {
        return content(form);
    }

    static Content content(Document form) {
        return switch (form.getString("kind")) {
            case "document" ->
                new Content.Document(
                        form.getString("name"),
                        form.getString("type"),
                        form.get("bytes", Binary.class).getData(),
                        form.getString("caption"));
            case "place" ->
                new Content.Place(
                        form.getString("title"),
                        form.getString("address"),
                        form.getDouble("latitude"),
                        form.getDouble("longitude"));
            case "media" ->
                new Content.Media(
                        form.getList("items", Document.class).stream()
                                .map(ContentForm::readItem)
                                .toList(),
                        readText(form.get("words", Document.class)));
            case "caption" -> new Content.Caption(readText(form.get("words", Document.class)));
            case "withdrawal" -> new Content.Withdrawal();
            case "text" -> readText(form);
            default -> throw new IllegalStateException("content of unknown kind " + form.getString("kind"));
        };
    }

    private static Item readItem(Document item) {
        return new Item(
                item.getString("file"),
                Kind.valueOf(item.getString("kind")),
                item.getString("name"),
                item.getString("type"),
                item.getLong("bytes"),
                item.getString("link"));
    }

    private static Content.Text readText(Document form) {
        return new Content.Text(
                form.getString("text"),
                buttons(form),
                form.getBoolean("lasting"),
                moments(form),
                copy(form.get("copy", Document.class)));
    }

    private static List<Button> buttons(Document form) {
        var buttons = new ArrayList<Button>();
        for (Document button : form.getList("buttons", Document.class)) {
            buttons.add(new Button(
                    button.getString("pick"), button.getString("label"), Tone.valueOf(button.getString("tone"))));
        }
        return List.copyOf(buttons);
    }

    /** Messages of earlier versions have none. */
    private static List<Moment> moments(Document form) {
        return form.getList("moments", Document.class, List.of()).stream()
                .map(moment -> new Moment(
                        moment.getInteger("from"),
                        moment.getInteger("length"),
                        Instant.ofEpochSecond(moment.getLong("at"))))
                .toList();
    }

    private static @Nullable Copy copy(@Nullable Document copy) {
        return copy == null ? null : new Copy(copy.getString("text"), copy.getString("label"));
    }
}

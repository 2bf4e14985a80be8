package org.pokana.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A YAML file of {@code messages/}: the one in the organizers' own folder if it is there, the packaged one otherwise. */
public record ContentFile(String name, String text) {

    private static final int LARGEST = 8 * 1024 * 1024;

    private static final int DEEPEST = 10;
    private static final int LONGEST_LINE = 20_000;
    private static final int MOST_LINES_OF_TEXT = 500;

    public static ContentFile find(String name, @Nullable Path folder) {
        var own = folder == null ? null : folder.resolve(name);
        try (InputStream in = own != null && Files.exists(own) ? Files.newInputStream(own) : packaged(name)) {
            var shown = own != null && Files.exists(own) ? own.toString() : "messages/" + name;
            return new ContentFile(shown, decoded(shown, in.readNBytes(LARGEST + 1), LARGEST));
        } catch (IOException e) {
            throw new BadContent(own == null ? "messages/" + name : own.toString(), "cannot be read");
        }
    }

    /**
     * Something that came from elsewhere; what would keep a reader busy for nothing is refused unread.
     *
     * @throws BadContent when it is larger than so many bytes, no text, or one endless text
     */
    public static ContentFile of(String name, byte[] bytes, int largest) {
        var file = new ContentFile(name, decoded(name, bytes, largest));
        file.refuseEndlessTexts();
        return file;
    }

    private void refuseEndlessTexts() {
        int number = 0;
        int ofText = 0;
        for (int begin = 0; begin < text.length(); ) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            number++;
            if (end - begin > LONGEST_LINE) {
                throw new BadContent(name, number, "the line has more than " + LONGEST_LINE + " characters");
            }
            var line = text.substring(begin, end).strip();
            ofText = line.contains(":") || line.startsWith("-") || line.isEmpty() ? 0 : ofText + 1;
            if (ofText > MOST_LINES_OF_TEXT) {
                throw new BadContent(name, number, "a text has more than " + MOST_LINES_OF_TEXT + " lines");
            }
            begin = end + 1;
        }
    }

    private static InputStream packaged(String name) throws IOException {
        var in = ContentFile.class.getResourceAsStream("/messages/" + name);
        if (in == null) {
            throw new IOException("messages/" + name + " is not packaged");
        }
        return in;
    }

    private static String decoded(String name, byte[] bytes, int largest) {
        if (bytes.length > largest) {
            throw new BadContent(name, "larger than " + largest / 1024 / 1024 + " MB");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceFirst("^\ufeff", ""); // some editors put it there unasked
        } catch (CharacterCodingException e) {
            throw new BadContent(name, "not written in UTF-8");
        }
    }

    /** Read as a tree with line numbers and without building objects, so that nothing in a file can be run or grow. */
    public ContentNode tree() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        try {
            var root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                throw new BadContent(name, "empty");
            }
            return new ContentNode(name, root);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            throw new BadContent(name, line, "not valid YAML, " + oneLine(e.getProblem()));
        } catch (YAMLException e) {
            throw new BadContent(name, "not valid YAML, " + oneLine(e.getMessage()));
        }
    }

    private static String oneLine(@Nullable String problem) {
        return String.valueOf(problem).strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }
}

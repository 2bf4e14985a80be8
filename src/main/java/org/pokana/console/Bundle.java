package org.pokana.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that leave within one file, each as soon as it is written; their names are in the language of whoever takes it. */
final class Bundle {

    private final ZipOutputStream zip;
    private final PageWords page;
    private final Instant at;
    private final List<String> names = new ArrayList<>();

    Bundle(ZipOutputStream zip, PageWords page, Instant at) {
        this.zip = zip;
        this.page = page;
        this.at = at;
    }

    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    void put(String what, String end, byte[] bytes) {
        put(what, end, to -> to.write(bytes));
    }

    /** With a mark at its beginning and line ends as Windows reads them. */
    void put(String what, String end, String text) {
        put(what, end, ("\uFEFF" + text.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param what the end of its phrase {@code pack.file-…}
     * @param end of its name: a kind of file, or whatever follows the phrase
     */
    void put(String what, String end, Writing writing) {
        var name = page.say("pack.file-" + what) + (end.matches("[a-z]+") ? "." + end : end);
        try {
            var entry = new ZipEntry(name);
            entry.setTime(at.toEpochMilli());
            zip.putNextEntry(entry);
            writing.to(new Unclosed(zip));
            zip.closeEntry();
            zip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.add(name);
    }

    /** Those that are in it so far. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** Whoever writes one file into another must not close that. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

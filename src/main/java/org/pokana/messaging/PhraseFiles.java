package org.pokana.messaging;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the phrase files of every feature and language. */
final class PhraseFiles {

    private static final Pattern NAME = Pattern.compile("[a-z-]+_(?<language>[a-z]{2})\\.properties");

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    private PhraseFiles() {}

    static Map<String, Map<String, String>> read(Optional<Path> folder) {
        var files = new PhraseFiles();
        try {
            files.readPackaged();
            if (folder.isPresent()) {
                files.readFolder(folder.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.byLanguage;
    }

    private void readPackaged() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                add(String.valueOf(file.getFilename()), reader);
            }
        }
    }

    private void readFolder(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.properties")) {
            for (Path file : files) {
                try (var reader = Files.newBufferedReader(file)) {
                    add(file.getFileName().toString(), reader);
                }
            }
        }
    }

    private void add(String file, Reader reader) throws IOException {
        var name = NAME.matcher(file);
        if (!name.matches()) {
            return;
        }
        var phrases = new Properties();
        phrases.load(reader);
        var language = byLanguage.computeIfAbsent(name.group("language"), any -> new HashMap<>());
        phrases.forEach((key, words) -> language.put((String) key, (String) words));
    }
}

package org.pokana.messaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.kernel.Attachment.Kind;

class FileNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            програма.pdf                     | програма.pdf
            ../../etc/passwd                 | passwd
            C:\\Users\\maria\\план.docx      | план.docx
            план на залата (2).png           | план на залата (2).png
            .htaccess                        | htaccess
            a<b>c"de?f*.txt                  | abcdef.txt
            """,
            quoteCharacter = '\'',
            ignoreLeadingAndTrailingWhitespace = true,
            maxCharsPerColumn = 200)
    void leavesOnlyWhatIsFitToBeShown(String name, String clean) {
        assertThat(FileName.clean(name, Kind.FILE)).isEqualTo(clean);
    }

    @Test
    void takesOutWhatIsInvisibleOrTurnsWordsAround() {
        assertThat(FileName.clean("план\u202efdp.exe", Kind.FILE)).isEqualTo("планfdp.exe");
        assertThat(FileName.clean("a\u0000b\r\nSet-Cookie: c\u200b.pdf\u2028", Kind.FILE))
                .isEqualTo("c.pdf");
        assertThat(FileName.clean("\ud800сам.pdf", Kind.FILE)).isEqualTo("сам.pdf");
    }

    @Test
    void namesWhatHasNoName() {
        assertThat(FileName.clean("", Kind.PHOTO)).isEqualTo("photo.jpg");
        assertThat(FileName.clean(" .. ", Kind.FILE)).isEqualTo("file");
        assertThat(FileName.clean("/", Kind.VOICE)).isEqualTo("voice.ogg");
        assertThat(FileName.clean("\u202e", Kind.VIDEO)).isEqualTo("video.mp4");
        assertThat(FileName.clean("\u200f", Kind.AUDIO)).isEqualTo("audio.mp3");
    }

    @Test
    void keepsTheEndingOfALongName() {
        var clean = FileName.clean("😀".repeat(300) + ".pdf", Kind.FILE);

        assertThat(clean).startsWith("😀").endsWith(".pdf");
        assertThat(clean.codePointCount(0, clean.length())).isEqualTo(80);
    }

    @Test
    void isStableWhenCleanedAgain() {
        for (String name : new String[] {"програма.pdf", "../x", "😀".repeat(300) + ".pdf", "", "...a..."}) {
            var once = FileName.clean(name, Kind.FILE);
            assertThat(FileName.clean(once, Kind.FILE)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\u00ff\u00d8\u00ff\u00e0', image/jpeg",
        "'GIF89a', image/gif",
        "'RIFFxxxxWEBPVP8', image/webp",
        "'RIFFxxxxWAVEfmt', audio/wav",
        "'%PDF-1.7', application/pdf",
        "'OggS', audio/ogg",
        "'ID3\u0003', audio/mpeg",
        "'\u00ff\u00fb\u0090', audio/mpeg",
        "'xxxxftypisom', video/mp4",
        "'xxxxftypM4A ', audio/mp4",
        "'\u001aE\u00df\u00a3', video/webm",
        "'<svg onload=alert(1)>', application/octet-stream",
        "'<!DOCTYPE html>', application/octet-stream",
        "'MZ', application/octet-stream",
        "'', application/octet-stream"
    })
    void tellsAFileByItsFirstBytes(String start, String type) {
        assertThat(FileType.of(start.getBytes(ISO_8859_1))).isEqualTo(type);
    }

    @Test
    void takesForAPictureOnlyWhatIsOne() {
        assertThat(FileType.kind(Kind.PHOTO, "image/png")).isEqualTo(Kind.PHOTO);
        for (String other : new String[] {"image/gif", "image/webp", "application/pdf", FileType.UNKNOWN}) {
            assertThat(FileType.kind(Kind.PHOTO, other)).isEqualTo(Kind.FILE);
        }
        assertThat(FileType.kind(Kind.VOICE, "application/pdf")).isEqualTo(Kind.FILE);
        assertThat(FileType.kind(Kind.VIDEO, "video/mp4")).isEqualTo(Kind.VIDEO);
        assertThat(FileType.kind(Kind.ANIMATION, "image/gif")).isEqualTo(Kind.ANIMATION);
        assertThat(FileType.kind(Kind.AUDIO, "video/mp4")).isEqualTo(Kind.AUDIO);
    }
}

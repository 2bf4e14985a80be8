package org.pokana.followup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.messaging.SamplePictures;

/** What is left of a photo once everybody may see it. */
class DarkroomTests {

    private static final String PLACE = "41.9344 N 25.5554 E";

    private static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    /** As a phone writes it: how it was held, and where that was. */
    private static byte[] fromAPhone(byte[] jpeg, int held) {
        var notes = ByteBuffer.allocate(64);
        notes.put("Exif\0\0MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 2);
        notes.putShort((short) 0x010E).putShort((short) 2).putInt(4).putInt(0);
        notes.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) held);
        notes.position(40).put(PLACE.getBytes(ISO_8859_1));
        var all = ByteBuffer.allocate(jpeg.length + 4 + notes.capacity());
        all.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + notes.capacity()));
        return all.put(notes.array()).put(jpeg, 2, jpeg.length - 2).array();
    }

    @Test
    void itIsSmallAndKeepsNothingThatTheCameraNoted() {
        var photo = fromAPhone(SamplePictures.jpeg(1800, 1200), 1);
        assertThat(text(photo)).as("control").contains("Exif", PLACE);

        var prints = Darkroom.develop(photo);
        var small = read(prints.get(PrintSize.SMALL));
        var large = read(prints.get(PrintSize.LARGE));
        assertThat(small.getWidth()).isEqualTo(400);
        assertThat(small.getHeight()).isEqualTo(267);
        assertThat(large.getWidth()).isEqualTo(1600);
        assertThat(prints.get(PrintSize.SMALL)).hasSizeLessThan(20_000);
        prints.forEach((size, bytes) -> assertThat(text(bytes)).as(size.name()).doesNotContain("Exif", "4 N 25"));
        assertThat(new Color(large.getRGB(800, 500)).getRed()).as("orange").isGreaterThan(240);
    }

    @ParameterizedTest
    @CsvSource({
        "1,10,10,120",
        "2,110,10,120",
        "3,110,70,120",
        "4,10,70,120",
        "5,10,10,80",
        "6,70,10,80",
        "7,70,110,80",
        "8,10,110,80"
    })
    void itIsUprightHoweverTheCameraWasHeld(int held, int x, int y, int width) throws IOException {
        var picture = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, 40, 30);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);

        var print = read(Darkroom.develop(fromAPhone(bytes.toByteArray(), held)).get(PrintSize.LARGE));
        assertThat(print.getWidth()).isEqualTo(width);
        assertThat(new Color(print.getRGB(x, y)).getRed()).as("the red corner").isGreaterThan(200);
        assertThat(new Color(print.getRGB(print.getWidth() - 1 - x, print.getHeight() - 1 - y)).getRed())
                .as("the one across")
                .isLessThan(50);
    }

    @Test
    void whatShinesThroughIsWhite() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        var print = read(Darkroom.develop(bytes.toByteArray()).get(PrintSize.SMALL));
        assertThat(new Color(print.getRGB(15, 15)).getRed()).isGreaterThan(250);
    }

    @Test
    void whatIsNoPictureOrMadeToExplodeIsNotOpened() {
        var photo = fromAPhone(SamplePictures.jpeg(300, 200), 6);
        assertThat(Darkroom.develop(photo)).as("control").hasSize(2);
        assertThat(Darkroom.develop(new byte[0])).isEmpty();
        assertThat(Darkroom.develop("<svg onload=alert(1)>".getBytes(ISO_8859_1)))
                .isEmpty();
        assertThat(Darkroom.develop(Arrays.copyOf(photo, 90))).isEmpty();
        var bomb = SamplePictures.png(30, 30);
        ByteBuffer.wrap(bomb).putInt(16, 30_000).putInt(20, 30_000);
        assertThat(Darkroom.develop(bomb)).isEmpty();
    }
}

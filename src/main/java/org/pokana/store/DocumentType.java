package org.pokana.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the data file: BSON after its checksum, because the file itself would return damaged content silently. */
final class DocumentType extends BasicDataType<Document> {

    static final DocumentType INSTANCE = new DocumentType();

    private DocumentType() {}

    @Override
    public int getMemory(Document document) {
        return 128 + 4 * encoded(document).readableBytes();
    }

    @Override
    public void write(WriteBuffer to, Document document) {
        ByteBuffer bytes = encoded(document).nioBuffer();
        to.putInt(checksum(bytes.duplicate())).putVarInt(bytes.remaining()).put(bytes);
    }

    @Override
    public Document read(ByteBuffer from) {
        int checksum = from.getInt();
        int length = DataUtils.readVarInt(from);
        ByteBuffer bytes = from.slice(from.position(), length);
        if (checksum(bytes.duplicate()) != checksum) {
            throw new IllegalStateException("a document does not match its checksum");
        }
        from.position(from.position() + length);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    private static ByteBuf encoded(Document document) {
        ByteBuf buffer = Unpooled.buffer(256);
        BsonEncoder.encodeDocument(document, buffer);
        return buffer;
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}

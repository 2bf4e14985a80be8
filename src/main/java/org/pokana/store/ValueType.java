package org.pokana.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Keys and positions in the data file: one BSON value, preceded by its type. */
final class ValueType extends BasicDataType<Object> {

    static final ValueType INSTANCE = new ValueType();

    private ValueType() {}

    static boolean isNothing(@Nullable Object value) {
        return value == null || value instanceof Missing;
    }

    static byte[] bytes(@Nullable Object value) {
        Object written = isNothing(value) ? null : value;
        byte type = BsonEncoder.determineType(written);
        ByteBuf buffer = Unpooled.buffer(64);
        buffer.writeByte(type);
        BsonEncoder.encodeValue(type, written, buffer);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    @Override
    public int getMemory(Object value) {
        return 48 + 2 * bytes(value).length;
    }

    @Override
    public void write(WriteBuffer to, Object value) {
        to.put(bytes(value));
    }

    @Override
    public Object read(ByteBuffer from) {
        ByteBuf buffer = Unpooled.wrappedBuffer(from);
        int before = buffer.readerIndex();
        Object value = BsonDecoder.decodeValue(buffer.readByte(), buffer);
        from.position(from.position() + buffer.readerIndex() - before);
        return Missing.ofNullable(value);
    }

    @Override
    public int compare(Object one, Object other) {
        return ValueOrder.ASCENDING.compare(one, other);
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}

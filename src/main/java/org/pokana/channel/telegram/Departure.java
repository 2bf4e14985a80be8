package org.pokana.channel.telegram;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Tells a call that certainly never left us from one that may have arrived; only the first may simply be repeated. */
final class Departure {

    /** No connection came about, so the other side knows nothing of the call. */
    static final class NeverLeft extends IOException {

        private static final long serialVersionUID = 1;

        NeverLeft(IOException cause) {
            super(cause);
        }
    }

    private static final class Mark {
        private final AtomicBoolean left = new AtomicBoolean();
    }

    private Departure() {}

    static OkHttpClient.Builder watch(OkHttpClient.Builder client) {
        return client.addInterceptor(Departure::attempt).addNetworkInterceptor(Departure::leave);
    }

    private static Response attempt(Interceptor.Chain chain) throws IOException {
        var mark = new Mark();
        try {
            return chain.proceed(
                    chain.request().newBuilder().tag(Mark.class, mark).build());
        } catch (IOException e) {
            if (!mark.left.get()) {
                throw new NeverLeft(e);
            }
            throw e;
        }
    }

    /** Runs once there is a connection. */
    private static Response leave(Interceptor.Chain chain) throws IOException {
        var mark = chain.request().tag(Mark.class);
        if (mark != null) {
            mark.left.set(true);
        }
        return chain.proceed(chain.request());
    }
}

package app.recount.delivery;

import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own TLS, and whether a handshake was finished: the HTTP client hands bytes to TLS before there is a secure
 * connection, but none of them leave until there is.
 */
final class WatchedTls extends SSLContextSpi {

    private final SSLContext platform;
    private volatile @Nullable SSLEngine engine;

    WatchedTls() {
        try {
            platform = SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** What the HTTP client is given. */
    SSLContext context() {
        return new Context(this, platform);
    }

    /** A context can only be made by a subclass. */
    private static final class Context extends SSLContext {
        Context(SSLContextSpi own, SSLContext platform) {
            super(own, platform.getProvider(), platform.getProtocol());
        }
    }

    /** Whether bytes could leave: without a finished handshake a session has no protocol. */
    boolean established() {
        var used = engine;
        return used != null && !used.getSession().getProtocol().equals("NONE");
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        return remember(platform.createSSLEngine());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        return remember(platform.createSSLEngine(host, port));
    }

    private SSLEngine remember(SSLEngine created) {
        engine = created;
        return created;
    }

    @Override
    protected void engineInit(
            KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
            throws KeyManagementException {
        throw new KeyManagementException("the platform's settings are used as they are");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return platform.getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        return platform.getServerSocketFactory();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return platform.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return platform.getClientSessionContext();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        return platform.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        return platform.getSupportedSSLParameters();
    }
}

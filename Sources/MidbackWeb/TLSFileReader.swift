import HummingbirdTLS
import NIOSSL

/// Reads certificate and key.
enum TLSFileReader {
    /// Ciphers of TLS 1.2: forward secrecy, and encryption that authenticates (AEAD). TLS 1.3 has no others.
    static let ciphers: [NIOTLSCipher] = [
        .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ]

    static func configuration(_ files: ServerConfiguration.TLSFiles) throws(WebError) -> TLSConfiguration {
        guard let chain = try? NIOSSLCertificate.fromPEMFile(files.certificateChain), !chain.isEmpty else {
            throw .tls(file: files.certificateChain)
        }
        guard let key = try? NIOSSLPrivateKey(file: files.privateKey, format: .pem) else {
            throw .tls(file: files.privateKey)
        }
        return restricted(
            TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
    }

    /// The same with nothing older than TLS 1.2 and the ciphers above.
    static func restricted(_ configuration: TLSConfiguration) -> TLSConfiguration {
        var configuration = configuration
        configuration.minimumTLSVersion = .tlsv12
        configuration.cipherSuiteValues = ciphers
        return configuration
    }
}

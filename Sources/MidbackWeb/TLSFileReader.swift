import HummingbirdTLS
import NIOSSL

/// Reads certificate and key.
enum TLSFileReader {
    static func configuration(_ files: ServerConfiguration.TLSFiles) throws(WebError) -> TLSConfiguration {
        guard let chain = try? NIOSSLCertificate.fromPEMFile(files.certificateChain), !chain.isEmpty else {
            throw .tls(file: files.certificateChain)
        }
        guard let key = try? NIOSSLPrivateKey(file: files.privateKey, format: .pem) else {
            throw .tls(file: files.privateKey)
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}

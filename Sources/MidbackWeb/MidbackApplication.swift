public import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import MidbackCore
import MidbackPages
import MidbackWorkflows
import NIOCore

/// The web server.
public enum MidbackApplication {
    /// Puts a server together; run it with `runService()`, which stops in good order on SIGTERM and SIGINT.
    /// - Parameter onServerRunning: called with the port once the server listens.
    /// - Throws: `WebError` when pages cannot be drawn or the certificate cannot be read.
    public static func build(
        configuration: ServerConfiguration, dependencies: Dependencies,
        onServerRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) throws(WebError) -> some ApplicationProtocol {
        let site = try Site(configuration, dependencies)
        let retention = Retention(
            store: dependencies.responses, policy: configuration.retention, environment: dependencies.environment,
            trustsClock: configuration.trustsClock)
        return Application(
            router: site.router(),
            server: try server(configuration),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.limits.connections)),
            services: [RetentionService(retention: retention, logger: dependencies.logger)],
            onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? configuration.port) },
            logger: dependencies.logger)
    }

    private static func server(_ configuration: ServerConfiguration) throws(WebError) -> HTTPServerBuilder {
        let plain = HTTPServerBuilder.http1(
            configuration: .init(idleTimeout: .seconds(Int64(configuration.limits.idleSeconds))))
        guard let files = configuration.tls else { return plain }
        let tls = try TLSFileReader.configuration(files)
        do {
            return try .tls(plain, tlsConfiguration: tls)
        } catch {
            throw .tls(file: files.certificateChain)
        }
    }
}

import ArgumentParser
import Foundation
import Hummingbird
import Logging
import MidbackCore
import MidbackPages
import MidbackStore
import MidbackStoreSQLite
import MidbackWeb

/// The website.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the website.",
        discussion: """
            Without --clinic it is a demo on this machine only, and every page says so. Stop it with Control-C; answers that
            were acknowledged are on disk.
            """)

    @ArgumentParser.Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @ArgumentParser.Option(help: "Port to listen on; 0 lets the system choose.")
    var port = 8080

    @ArgumentParser.Option(help: "YAML file with the clinic's facts.", completion: .file())
    var clinic: String?

    @ArgumentParser.Option(help: "Certificate chain (PEM), to serve HTTPS.", completion: .file())
    var tlsCertificate: String?

    @ArgumentParser.Option(help: "Private key of the certificate (PEM).", completion: .file())
    var tlsKey: String?

    @ArgumentParser.Option(help: "Address under which browsers reach the server, behind a proxy.")
    var origin: String?

    @ArgumentParser.Option(help: "Youngest age that may take the survey.")
    var adultAge = 16

    @ArgumentParser.Option(
        name: .customLong("trusted-proxy"),
        help: "IP address of a reverse proxy whose X-Forwarded-For counts; may be repeated.")
    var trustedProxies: [String] = []

    @ArgumentParser.Option(help: "Days after which an unfinished survey is erased.")
    var keepUnfinished = 30

    @ArgumentParser.Option(help: "Days from its last use after which a finished survey is erased with its plan.")
    var keepFinished = 90

    @Flag(help: "Erase what is due although the clock jumped ahead; look at the clock first. For one start.")
    var trustClock = false

    @OptionGroup var data: DataStore
    @OptionGroup var source: PackSource

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535") }
        guard (1...120).contains(adultAge) else { throw ValidationError("--adult-age must be 1 to 120") }
        guard (1...3650).contains(keepUnfinished), (1...3650).contains(keepFinished) else {
            throw ValidationError("--keep-unfinished and --keep-finished must be 1 to 3650 days")
        }
        for proxy in trustedProxies where !ServerConfiguration.isAddress(proxy) {
            throw ValidationError("--trusted-proxy must be an IP address, not '\(proxy)'")
        }
        guard (tlsCertificate == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-certificate and --tls-key belong together")
        }
        let isLocal = ["127.0.0.1", "localhost", "::1"].contains(host)
        guard isLocal || tlsCertificate != nil || origin?.hasPrefix("https://") == true else {
            throw ValidationError(
                "listening on \(host) needs HTTPS: name --tls-certificate and --tls-key, or --origin https://… behind a proxy"
            )
        }
    }

    func run() async throws {
        let contents = try source.contents()
        let configuration = try serverConfiguration()
        let database = try data.open()
        let logger = JSONLogHandler.makeLogger()
        let again = try await DataStore.reapplyErasures(in: database)
        if again > 0 { logger.notice("erased again after a restore", metadata: ["surveys": "\(again)"]) }
        let app = try MidbackApplication.build(
            configuration: configuration,
            dependencies: Dependencies(
                engine: try Engine(contents.pack), plan: contents.plan, responses: database.stores.responses,
                plans: database.stores.plans, health: database.stores.health, logger: logger),
            onServerRunning: { [self] port in announce(port) })
        try await app.runService()
        try await database.stores.health.close()
    }

    private func serverConfiguration() throws -> ServerConfiguration {
        var configuration = ServerConfiguration(
            host: host, port: port, dataFolder: data.folder, origin: origin, adultAge: adultAge,
            retention: RetentionPolicy(
                unfinished: Double(keepUnfinished) * RetentionPolicy.day,
                finished: Double(keepFinished) * RetentionPolicy.day),
            trustsClock: trustClock, trustedProxies: Set(trustedProxies))
        if let clinic { configuration.clinic = try ClinicFile.read(clinic) }
        if let tlsCertificate, let tlsKey {
            configuration.tls = .init(certificateChain: tlsCertificate, privateKey: tlsKey)
        }
        return configuration
    }

    /// Others than the people at this machine use it.
    private var configurationIsPublic: Bool { tlsCertificate != nil || origin?.hasPrefix("https://") == true }

    private func announce(_ port: Int) {
        let scheme = tlsCertificate == nil ? "http" : "https"
        var text = "Midback is at \(scheme)://\(host == "0.0.0.0" ? "localhost" : host):\(port)/\n"
        if clinic == nil { text += "Demo clinic, not approved for patients. Control-C stops it.\n" }
        if configurationIsPublic, data.keepsKeyWithData {
            text += "The key file lies in the data folder: a copy of the folder can be read by whoever has it. Move "
            text += "\(data.keyPath) elsewhere and name it with --key-file.\n"
        }
        Terminal.write(Array(text.utf8))
    }
}

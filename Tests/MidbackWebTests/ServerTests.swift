import Hummingbird
import HummingbirdTesting
import MidbackTestSupport
import NIOCore
import Testing

@testable import MidbackWeb

/// What only a real connection shows.
@Suite struct ServerTests {
    @Test func server_answersOverASocket() async throws {
        try await withSite(ServerConfiguration(port: 0), setup: .live) { site in
            let browser = site.newBrowser()
            let health = try await browser.get("/healthz")
            #expect(health.text == "ok\n")
        }
    }

    @Test func unreadableCertificate_stopsTheStart() {
        let files = ServerConfiguration.TLSFiles(certificateChain: "/nowhere/a.pem", privateKey: "/nowhere/b.pem")
        #expect(throws: WebError.tls(file: "/nowhere/a.pem")) { try TLSFileReader.configuration(files) }
    }

    @Test func bodyThatDrips_isCutOff() async throws {
        let reader = FormReader(limits: Limits(bodySeconds: 0.2))
        let body = RequestBody(
            asyncSequence: AsyncStream<ByteBuffer> { stream in
                let task = Task {
                    while !Task.isCancelled {
                        stream.yield(ByteBuffer(string: "a"))
                        try? await Task.sleep(for: .milliseconds(20))
                    }
                    stream.finish()
                }
                stream.onTermination = { _ in task.cancel() }
            })
        let request = Request(
            head: .init(
                method: .post, scheme: "http", authority: "localhost", path: "/",
                headerFields: [.contentType: "application/x-www-form-urlencoded"]), body: body)
        await #expect(throws: SiteError.timeout) { try await reader.read(request) }
    }
}

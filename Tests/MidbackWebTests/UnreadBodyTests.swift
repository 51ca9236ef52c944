import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MidbackTestSupport
import NIOCore
import NIOPosix
import Testing

@testable import MidbackWeb

/// Answers that do not wait for the body end the connection.
@Suite struct UnreadBodyTests {
    private static let form = "application/x-www-form-urlencoded"

    @Test(arguments: [
        ("/nope", [String: String]()), ("/en/come-back", ["Content-Type": "text/plain"]),
        ("/en/come-back", ["Content-Type": form, "Sec-Fetch-Site": "cross-site"]),
        ("/en/survey/0", ["Content-Type": form]),
    ])
    func refusal_saysThatTheConnectionEnds(_ path: String, _ headers: [String: String]) async throws {
        try await withSite { site in
            let body = ["Content-Length": "5"].merging(headers) { _, given in given }
            let answer = try await site.newBrowser().send(path, .post, body, ByteBuffer(string: "a=bcd"))
            #expect(answer.status >= 400)
            #expect(answer.header("Connection") == "close")
        }
    }

    @Test func bodyThatWasRead_keepsTheConnection() async throws {
        try await withSite { site in
            let headers = ["Content-Length": "7", "Content-Type": Self.form]
            let answer = try await site.newBrowser().send(
                "/en/come-back", .post, headers, ByteBuffer(string: "words=a"))
            #expect(answer.status == 404)
            #expect(answer.header("Connection") == nil)
        }
    }

    /// A body that drips for ever, after each kind of answer that does not read it.
    @Test(.timeLimit(.minutes(1)), arguments: ["POST /nope", "GET /en/"])
    func connection_endsAlthoughTheBodyGoesOn(_ line: String) async throws {
        let limits = Limits(lingerSeconds: 0.05, idleSeconds: 600)
        try await withSite(ServerConfiguration(port: 0, limits: limits), setup: .live) { site in
            let port = try #require(site.client.port)
            let drip = Drip("\(line) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n")
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .channelInitializer { channel in channel.pipeline.addHandler(drip) }
                .connect(host: "127.0.0.1", port: port).get()
            // Without an end this waits until the time limit of the test.
            try await channel.closeFuture.get()
        }
    }

    /// Sends a head, then a byte whenever one has left.
    private final class Drip: ChannelInboundHandler, @unchecked Sendable {
        typealias InboundIn = ByteBuffer

        private let head: String

        init(_ head: String) { self.head = head }

        func channelActive(context: ChannelHandlerContext) {
            let channel = context.channel
            channel.writeAndFlush(ByteBuffer(string: head)).whenSuccess { Self.next(channel) }
        }

        private static func next(_ channel: any Channel) {
            channel.eventLoop.scheduleTask(in: .milliseconds(10)) {
                channel.writeAndFlush(ByteBuffer(string: "a")).whenComplete { result in
                    switch result {
                    case .success: next(channel)
                    case .failure: channel.close(promise: nil)
                    }
                }
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}

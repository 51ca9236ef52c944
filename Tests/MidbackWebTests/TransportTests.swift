import CZlib
import HTTPTypes
import HummingbirdTesting
import MidbackPages
import NIOCore
import NIOSSL
import Testing

@testable import MidbackWeb

@Suite struct GzipTests {
    @Test(arguments: [0, 1, 1_000, 100_000])
    func compressed_isReadBack(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let compressed = try #require(Gzip.compress(bytes, level: Gzip.fast))
        #expect(Array(compressed.prefix(2)) == [0x1F, 0x8B])
        #expect(Gunzip.expand(compressed, limit: count + 100) == bytes)
    }

    @Test(arguments: [
        (nil, false), ("", false), ("gzip", true), ("br, gzip;q=0.5", true), ("gzip;q=0", false), ("*", true),
        ("identity", false), ("GZIP", true), ("deflate, br", false),
    ])
    func acceptEncoding_isRead(_ header: String?, _ isAllowed: Bool) {
        #expect(AcceptEncoding.allowsGzip(header) == isAllowed)
    }

    @Test func pages_areCompressed_whenAsked() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let plain = try await browser.get("/en/")
            let packed = try await browser.get("/en/", headers: ["Accept-Encoding": "gzip, br"])
            #expect(packed.header("Content-Encoding") == "gzip")
            #expect(packed.header("Vary")?.contains("Accept-Encoding") == true)
            #expect(plain.header("Content-Encoding") == nil)
            let bytes = Array(packed.response.body.readableBytesView)
            #expect(Gunzip.expand(bytes, limit: 1_000_000) == Array(plain.response.body.readableBytesView))
            #expect(packed.header("Content-Length") == String(bytes.count))
            #expect(
                try await browser.get("/healthz", headers: ["Accept-Encoding": "gzip"]).header("Content-Encoding")
                    == nil)
        }
    }

    /// `design.md` section 5: the HTML of a step stays within 14 KB, all of a page within 40 KB, compressed.
    @Test(arguments: 0...8)
    func step_keepsItsBudget(_ step: Int) async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            if step > 0 { try await browser.walk(0...(step - 1)) }
            let page = try await browser.get("/en/survey/\(step)", headers: ["Accept-Encoding": "gzip"])
            #expect(page.status == 200)
            #expect(page.response.body.readableBytes <= 14 * 1_024)
        }
    }
}

/// Reads gzip back with zlib's own reader.
enum Gunzip {
    static func expand(_ compressed: [UInt8], limit: Int) -> [UInt8]? {
        var input = compressed
        var output = [UInt8](repeating: 0, count: limit)
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(stream) }
        let status = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.pointee.next_in = source.baseAddress
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(target.count)
                return inflate(stream, Z_FINISH)
            }
        }
        guard status == Z_STREAM_END else { return nil }
        return Array(output.prefix(limit - Int(stream.pointee.avail_out)))
    }
}

@Suite struct StaticFilesTests {
    @Test func file_isKeptForEver_andNotSentTwice() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            let path = try #require(SecurityHeadersTests.asset(try await browser.get("/en/").text))
            let plain = try await browser.get(path)
            #expect(plain.status == 200)
            #expect(plain.header("Content-Type") == "text/css; charset=utf-8")
            let packed = try await browser.get(path, headers: ["Accept-Encoding": "gzip"])
            #expect(packed.header("Content-Encoding") == "gzip")
            let (one, two) = (try #require(plain.header("ETag")), try #require(packed.header("ETag")))
            #expect(one != two)
            let again = try await browser.get(path, headers: ["If-None-Match": one])
            #expect(again.status == 304)
            #expect(again.text.isEmpty)
            #expect(again.header("ETag") == one)
            let other = try await browser.get(
                path, headers: ["If-None-Match": "\"x\", W/\(two)", "Accept-Encoding": "gzip"])
            #expect(other.status == 304)
            #expect(try await browser.get(path, headers: ["If-None-Match": "\"x\""]).status == 200)
            #expect(try await browser.send(path, .head, [:], nil).status == 200)
        }
    }

    @Test(arguments: ["/static/..%2f..%2fetc%2fpasswd", "/static/../../etc/passwd", "/static/", "/static/a/b"])
    func nothingElse_isServed(_ path: String) async throws {
        try await withSite { site in
            let answer = try await site.newBrowser().get(path)
            #expect(answer.status == 404)
        }
    }
}

@Suite struct NetworkTests {
    @Test(arguments: [
        ("192.168.4.20", "192.168.4"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1"), ("2001:db8::1", "2001:db8:0"),
        ("::1", "0:0:0"), ("::ffff:10.1.2.3", "10.1.2"), ("", ""), ("nonsense", "nonsense"),
    ])
    func address_isCutToItsNetwork(_ address: String, _ network: String) {
        #expect(Network.prefix(of: address) == network)
    }
}

@Suite struct ForwardedAddressTests {
    @Test(arguments: [
        ("1.2.3.4", "1.2.3.4"), ("1.2.3.4:5678", "1.2.3.4"), (" 1.2.3.4 ", "1.2.3.4"), ("::1", "::1"),
        ("[::1]", "::1"), ("[::1]:443", "::1"), ("\"[2001:DB8::1]:80\"", "2001:db8::1"),
        ("2001:db8:0:0:0:0:0:1", "2001:db8::1"), ("::ffff:10.1.2.3", "10.1.2.3"), ("[::ffff:10.1.2.3]:9", "10.1.2.3"),
    ])
    func address_isReadWithoutItsPort(_ text: String, _ address: String) {
        #expect(Network.address(text) == address)
    }

    @Test(arguments: [
        "", "unknown", "_hidden", "1.2.3", "1.2.3.4:", "1.2.3.4:x", "1.2.3.4:70000", "[::1", "[::1]443", "[1.2.3.4:80",
        "example.org:80", "1.2.3.4:-1",
    ])
    func anythingElse_isNoAddress(_ text: String) {
        #expect(Network.address(text) == nil)
    }

    @Test func visitor_isTheLastAddressThatIsNoProxy() {
        let network = Network(trustedProxies: ["10.0.0.1", "[::1]"])
        #expect(network.visitor(["6.6.6.6, 203.0.113.7:5678, 10.0.0.1:443"]) == "203.0.113.7")
        #expect(network.visitor(["6.6.6.6", "203.0.113.7", "::1"]) == "203.0.113.7")
        #expect(network.visitor(["6.6.6.6, [2001:db8::7]:5678"]) == "2001:db8::7")
        #expect(network.visitor(["6.6.6.6, unknown, 10.0.0.1"]) == nil)
        #expect(network.visitor(["10.0.0.1"]) == nil)
        #expect(network.visitor([]) == nil)
    }
}

@Suite struct CipherTests {
    /// Read back from the library: what it would really offer.
    @Test func everyCipher_authenticates_andForgets() {
        let modern: Set<UInt16> = [
            0x1301, 0x1302, 0x1303, 0xC02B, 0xC02C, 0xC02F, 0xC030, 0xCCA8, 0xCCA9,
        ]
        let configuration = TLSFileReader.restricted(.makeClientConfiguration())
        let offered = Set(configuration.cipherSuiteValues.map(\.rawValue))
        #expect(!offered.isEmpty && offered.isSubset(of: modern))
        #expect(configuration.minimumTLSVersion == .tlsv12)
    }
}

@Suite struct RateLimiterTests {
    @Test func bucket_refills_andNetworksAreApart() throws {
        let test = TestEnvironment()
        let limiter = RateLimiter(
            Limits(surveyStarts: .init(capacity: 2, perMinute: 60)), environment: test.environment)
        try limiter.take(.surveyStart, network: "a")
        try limiter.take(.surveyStart, network: "a")
        #expect(throws: SiteError.tooMany(retryAfter: 1)) { try limiter.take(.surveyStart, network: "a") }
        try limiter.take(.surveyStart, network: "b")
        try limiter.take(.linkTry, network: "a")
        test.pass(1)
        try limiter.take(.surveyStart, network: "a")
        #expect(throws: SiteError.tooMany(retryAfter: 1)) { try limiter.take(.surveyStart, network: "a") }
    }

    @Test func manyNetworks_doNotFillTheMemory() throws {
        let limiter = RateLimiter(Limits(), environment: TestEnvironment().environment)
        for number in 0..<21_000 { try limiter.take(.surveyStart, network: String(number)) }
    }
}

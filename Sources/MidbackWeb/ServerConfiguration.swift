public import MidbackPages
public import MidbackStore

/// Everything about a server that may differ between installations. Defaults suit the demo on one's own machine.
public struct ServerConfiguration: Sendable {
    /// Certificate and key for HTTPS, as PEM files.
    public struct TLSFiles: Hashable, Sendable {
        /// The certificate, followed by those that vouch for it.
        public var certificateChain: String
        /// Its private key.
        public var privateKey: String

        /// Names the files.
        public init(certificateChain: String, privateKey: String) {
            self.certificateChain = certificateChain
            self.privateKey = privateKey
        }
    }

    /// Address to listen on.
    public var host: String
    /// Port to listen on; 0 lets the system choose.
    public var port: Int
    /// Folder of the database and the keys; the command opens the stores in it.
    public var dataFolder: String
    /// The clinic on the pages.
    public var clinic: ClinicInfo
    /// Serve HTTPS itself; `nil` serves HTTP.
    public var tls: TLSFiles?
    /// Address under which browsers reach the server, such as `https://back.example.org`; needed behind a proxy. `nil`
    /// takes the name the browser used, and then allows only IP addresses, `localhost`, names without a dot and
    /// `.local` names, so that no foreign name can be pointed at the server.
    public var origin: String?
    /// Youngest age in years that may take the survey.
    public var adultAge: Int
    /// How long things are kept.
    public var retention: RetentionPolicy
    /// The operator has looked at the clock: the purge believes it even when it jumped.
    public var trustsClock: Bool
    /// IP addresses of reverse proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: Set<String>
    /// What one visitor may ask for.
    public var limits: Limits

    /// Makes a configuration.
    public init(
        host: String = "127.0.0.1", port: Int = 8080, dataFolder: String = "data", clinic: ClinicInfo = .demo,
        tls: TLSFiles? = nil, origin: String? = nil, adultAge: Int = 16, retention: RetentionPolicy = RetentionPolicy(),
        trustsClock: Bool = false, trustedProxies: Set<String> = [], limits: Limits = Limits()
    ) {
        self.host = host
        self.port = port
        self.dataFolder = dataFolder
        self.clinic = clinic
        self.tls = tls
        self.origin = origin
        self.adultAge = adultAge
        self.retention = retention
        self.trustsClock = trustsClock
        self.trustedProxies = trustedProxies
        self.limits = limits
    }

    /// Whether a trusted proxy may be named so.
    public static func isAddress(_ text: String) -> Bool { Network.address(text) != nil }

    /// Browsers reach the server over HTTPS: the cookie is `Secure` and they are told to stay with HTTPS.
    public var isSecure: Bool { tls != nil || origin?.hasPrefix("https://") == true }
}

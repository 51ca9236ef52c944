public import MidbackPages

/// Why a server cannot be built. Each case stops the start of the program.
public enum WebError: Error, Hashable, Sendable {
    /// The pages cannot be drawn with this pack and clinic.
    case pages(PagesError)
    /// The certificate or key file cannot be read.
    case tls(file: String)
}

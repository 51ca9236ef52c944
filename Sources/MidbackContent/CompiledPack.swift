public import Foundation
public import MidbackCore

/// The compiled form of a pack: canonical JSON (sorted keys, no spaces) whose bytes are the same on every machine.
/// The digest is the SHA-256 of those bytes with an empty digest in them.
public enum CompiledPack {
    /// The compiled form; its digest is computed anew.
    public static func encode(_ pack: ContentPack) throws(ContentError) -> Data {
        try canonical(try withDigest(pack))
    }

    /// The pack in a compiled form.
    /// - Throws: `ContentError.digestMismatch` when a byte of it was changed.
    public static func decode(_ data: Data) throws(ContentError) -> ContentPack {
        guard let form = try? JSONDecoder().decode(CanonicalForm.self, from: data) else {
            throw .compiledFormUnreadable
        }
        let pack = form.pack
        let found = CanonicalJSON.digest(of: withoutDigest(data, pack.digest))
        guard found == pack.digest else { throw .digestMismatch(named: pack.digest, found: found) }
        return pack
    }

    /// The pack with its own digest filled in.
    public static func withDigest(_ pack: ContentPack) throws(ContentError) -> ContentPack {
        var result = pack
        result.digest = ""
        result.digest = CanonicalJSON.digest(of: try canonical(result))
        return result
    }

    private static func canonical(_ pack: ContentPack) throws(ContentError) -> Data {
        try CanonicalJSON.encode(CanonicalForm(pack))
    }

    /// Cuts the digest out of canonical bytes; cheaper than encoding the pack again at every start.
    private static func withoutDigest(_ data: Data, _ digest: String) -> Data {
        guard let range = data.range(of: Data("\"digest\":\"\(digest)\"".utf8)) else { return data }
        return data.prefix(upTo: range.lowerBound) + Data("\"digest\":\"\"".utf8) + data.suffix(from: range.upperBound)
    }
}

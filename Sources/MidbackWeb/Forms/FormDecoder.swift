/// What a form posted: strings by field, and what could not be read.
struct DecodedForm: Hashable, Sendable {
    /// What can be wrong with the bytes of a form.
    enum Fault: String, Error, Hashable, Sendable {
        /// `%` without two hexadecimal digits.
        case brokenEscape = "broken-escape"
        /// Bytes that are not UTF-8.
        case notUTF8 = "not-utf-8"
        /// More fields than any page has.
        case tooManyFields = "too-many-fields"
        /// A name longer than any page's.
        case nameTooLong = "name-too-long"
    }

    /// Values in the order they were sent. Fields with a fault are left out.
    var values: [String: [String]] = [:]
    /// What could not be read, without repeats.
    var faults: Set<Fault> = []

    /// The value of a field that may be given once; `nil` when it is absent or given several times.
    func single(_ name: String) -> String? {
        guard let given = values[name], given.count == 1 else { return nil }
        return given[0]
    }

    /// Fields that answer questions; names of the page's own fields start with `_`.
    var answers: [String: [String]] { values.filter { !$0.key.hasPrefix("_") } }
}

/// Reads `application/x-www-form-urlencoded` strictly: nothing is guessed, every fault is noted, and what can be read
/// is kept so that a page can show it again.
/// - Source: WHATWG URL standard, section 5.1, but faults are reported instead of repaired.
struct FormDecoder: Sendable {
    private static let longestName = 64

    let mostFields: Int

    func decode(_ bytes: some Collection<UInt8>) -> DecodedForm {
        var form = DecodedForm()
        var count = 0
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= mostFields else {
                form.faults.insert(.tooManyFields)
                break
            }
            add(pair, to: &form)
        }
        return form
    }

    private func add(_ pair: some Collection<UInt8>, to form: inout DecodedForm) {
        let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        do throws(DecodedForm.Fault) {
            let name = try text(parts[0])
            let value = parts.count > 1 ? try text(parts[1]) : ""
            guard name.utf8.count <= Self.longestName else { throw DecodedForm.Fault.nameTooLong }
            form.values[name, default: []].append(value)
        } catch {
            form.faults.insert(error)
        }
    }

    private func text(_ encoded: some Collection<UInt8>) throws(DecodedForm.Fault) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.count)
        var rest = encoded.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(Self.digit), let low = rest.next().flatMap(Self.digit) else {
                    throw .brokenEscape
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

import Foundation

/// One file of the content folder, in memory.
public struct ContentFile: Hashable, Sendable {
    /// Path relative to the content folder, with `/`.
    public var path: String
    /// Its text.
    public var text: String

    /// Makes a file.
    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

extension ContentFile {
    /// Every YAML file below a folder, by path. A file that is not UTF-8 comes back without text and is reported by
    /// its missing content.
    static func all(in directory: URL) throws(ContentError) -> [ContentFile] {
        let root = directory.resolvingSymlinksInPath().standardizedFileURL.path
        guard let walker = FileManager.default.enumerator(atPath: root) else { throw .folderUnreadable(root) }
        let paths = walker.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
        guard !paths.isEmpty else { throw .folderUnreadable(root) }
        return try paths.map { path throws(ContentError) in try read(path, below: root) }
    }

    private static func read(_ path: String, below root: String) throws(ContentError) -> ContentFile {
        guard isReadable("\(root)/\(path)"), let data = FileManager.default.contents(atPath: "\(root)/\(path)"),
            let text = String(data: data, encoding: .utf8)
        else { throw .fileUnreadable(path) }
        return ContentFile(path: path, text: text)
    }

    /// Largest file in bytes; the largest of the content has some hundred thousand.
    private static let largest = 4_194_304

    /// A file that ends: no pipe, no device, and not endless.
    private static func isReadable(_ path: String) -> Bool {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target),
            attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? Int
        else { return false }
        return size <= largest
    }
}

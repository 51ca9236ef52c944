import MidbackCore
import Yams

/// Readers of what content is made of: ids, references, texts and expressions. Each notes its place.
extension NodeReader {
    /// The id that this map gives to something.
    func id(_ key: String = "id", of kind: EntityKind) -> String {
        let id = string(key)
        if !id.isEmpty { context.define(EntityID(kind, id), at: place(of: key)) }
        return id
    }

    /// The id that this map gives to a part of `owner`.
    func partId(_ key: String, of kind: EntityKind, in owner: String) -> String {
        let id = string(key)
        if !id.isEmpty { context.define(EntityID(kind, owner, id), at: place(of: key)) }
        return id
    }

    /// Notes where the named keys of something lie.
    func locate(_ keys: [String], of kind: EntityKind, _ owner: String) {
        for key in keys where has(key) { context.locate(EntityID(kind, owner, key), at: place(of: key)) }
    }

    /// The id of something defined elsewhere.
    func reference(_ key: String, to kind: EntityKind) -> String {
        let id = string(key)
        if !id.isEmpty { context.refer(to: EntityID(kind, id), at: place(of: key)) }
        return id
    }

    /// The id of something defined elsewhere, if given.
    func optionalReference(_ key: String, to kind: EntityKind) -> String? {
        let id = optionalString(key)
        if let id { context.refer(to: EntityID(kind, id), at: place(of: key)) }
        return id
    }

    /// Ids of things defined elsewhere.
    func references(_ key: String, to kind: EntityKind, isRequired: Bool = true) -> [String] {
        words(key, isRequired: isRequired).map { word in
            context.refer(to: EntityID(kind, word.text), at: word.node)
            return word.text
        }
    }

    /// An expression.
    func expression(_ key: String, over vocabulary: Vocabulary) -> String {
        let text = string(key)
        if has(key) { context.add(text, over: vocabulary, at: place(of: key)) }
        return text
    }

    /// An expression that may be missing.
    func optionalExpression(_ key: String, over vocabulary: Vocabulary) -> String? {
        let text = optionalString(key)
        if let text { context.add(text, over: vocabulary, at: place(of: key)) }
        return text
    }

    /// A text in every language.
    func text(_ key: String, role: ContentIndex.TextSite.Role = .clinical) -> LocalizedText {
        required(key).map { localized($0, role) } ?? LocalizedText(en: "", es: "")
    }

    /// A text in every language that may be missing.
    func optionalText(_ key: String, role: ContentIndex.TextSite.Role = .clinical) -> LocalizedText? {
        optional(key).map { localized($0, role) }
    }

    /// Texts in every language.
    func texts(_ key: String) -> [LocalizedText] { nodes(key, isRequired: true).map { localized($0, .clinical) } }

    private func localized(_ node: Node, _ role: ContentIndex.TextSite.Role) -> LocalizedText {
        NodeReader.read(node, in: context) { $0.localizedWhole(role) }
    }

    /// This map itself as a text. A missing language becomes an empty wording, which the translation check reports.
    func localizedWhole(_ role: ContentIndex.TextSite.Role) -> LocalizedText {
        let text = LocalizedText(en: optionalString("en") ?? "", es: optionalString("es") ?? "")
        let english = context.location(of: place(of: "en"))
        let spanish = context.location(of: place(of: "es"))
        context.add(.init(text: text, role: role, location: english, spanishLocation: spanish))
        return text
    }
}

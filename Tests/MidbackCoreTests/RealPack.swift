import Foundation
import MidbackContent
import MidbackCore

/// The content of this repository, loaded once.
enum RealPack {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let loaded: LoadResult? = try? PackLoader.load(directory: root.appendingPathComponent("Content"))

    /// The engine of the content; tests fail with a message when the content has faults.
    static let engine: Engine? = loaded?.pack.flatMap { try? Engine($0) }
}

/// The content has faults, so nothing can be tested on it.
struct ContentIsFaulty: Error {}

extension RealPack {
    static func requireEngine() throws -> Engine {
        guard let engine else { throw ContentIsFaulty() }
        return engine
    }
}

extension QuestionnaireResponse {
    /// A benign, complete response to build on: a man of 30 who strained his back.
    static var strain: QuestionnaireResponse {
        QuestionnaireResponse(answers: [
            "gate-now": .codes(["none"]), "gate-nerves": .codes(["none"]), "gate-other": .codes(["none"]),
            "age-years": .number(30), "sex-at-birth": .codes(["male"]), "pain-site": .codes(["right-side"]),
            "pain-spread": .codes(["none"]), "pain-duration": .codes(["1-7d"]), "onset-speed": .codes(["hours"]),
            "onset-trigger": .codes(["lift-twist"]), "pain-severity-now": .number(4),
            "pain-quality": .codes(["ache", "stabbing"]), "pain-trend": .codes(["better"]),
            "worse-moves": .codes(["twist", "lifting"]), "worse-other": .codes(["none"]),
            "symptoms-general": .codes(["none"]), "symptoms-local": .codes(["none"]),
            "health-main": .codes(["none"]), "health-recent": .codes(["none"]),
        ])
    }

    func with(_ linkId: String, _ codes: String...) -> QuestionnaireResponse {
        var copy = self
        copy.answers[linkId] = .codes(codes)
        return copy
    }

    func with(_ linkId: String, number: Int) -> QuestionnaireResponse {
        var copy = self
        copy.answers[linkId] = .number(number)
        return copy
    }
}

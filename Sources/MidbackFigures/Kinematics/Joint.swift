/// Joint keys of key frames and their places in `PoseAngles`.
///
/// Trunk joints bend forward (plain key), to the right (`_side`) and turn to the right (`_twist`). Limb joints take an `L`
/// or `R` after their name for one side only; a plain key counts for both sides.
/// - Source: `evidence/exercises.md` section 2.3.
public enum Joint {
    /// Trunk keys in dense order.
    static let trunk = [
        "root", "root_side", "lumbar", "lumbar_side", "lumbar_twist", "thoracic", "thoracic_side", "thoracic_twist",
        "neck", "neck_side", "neck_twist", "head", "head_side", "head_twist",
    ]
    /// Limb keys in dense order, first for the right side, then for the left.
    static let limb = [
        "hip", "hip_abd", "hip_rot", "knee", "ankle", "shoulder", "shoulder_abd", "shoulder_rot", "elbow", "wrist",
        "scap", "shrug",
    ]
    static let count = trunk.count + 2 * limb.count

    /// Dense places of a key: one, or two when it counts for both sides.
    static let places: [String: [Int]] = {
        var result: [String: [Int]] = [:]
        for (index, key) in trunk.enumerated() { result[key] = [index] }
        for (index, key) in limb.enumerated() {
            let right = trunk.count + index
            let left = right + limb.count
            result[key] = [right, left]
            result[sided(key, "R")] = [right]
            result[sided(key, "L")] = [left]
        }
        return result
    }()

    /// Whether a key frame may use the key.
    public static func isKey(_ key: String) -> Bool { places[key] != nil }

    private static func sided(_ key: String, _ side: String) -> String {
        let parts = key.split(separator: "_")
        return ([parts[0] + side] + parts.dropFirst()).joined(separator: "_")
    }
}

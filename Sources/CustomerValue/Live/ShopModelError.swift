/// Why bytes are no model that can predict.
public enum ShopModelError: Error, Sendable, Equatable {
    /// Something else than a kept model.
    case notAModel
    /// A model in a form that this program does not know.
    case unknownVersion(found: Int, known: Int)
    /// A part is missing, or says what no model can say: its path, such as `model.spend`, or `text`.
    case damaged(part: String)
}

extension ShopModelError: CustomStringConvertible {
    /// In plain words, with what to do.
    public var description: String {
        switch self {
        case .notAModel: "This is not a kept model. Fit the model again."
        case .unknownVersion(let found, let known):
            found > known
                ? "The kept model has version \(found) and this program knows versions up to \(known). Use a newer program, or fit again."
                : "The kept model has version \(found), which this program no longer knows. Fit the model again."
        case .damaged(let part): "The kept model is damaged: \(part). Fit the model again."
        }
    }
}

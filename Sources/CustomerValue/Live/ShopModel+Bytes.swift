import Foundation

extension ShopModel {
    /// The model as it is kept: JSON, the same bytes for the same model.
    ///
    /// Numbers are written so that they come back to the last bit.
    public var encoded: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: Self.infinity, negativeInfinity: Self.minusInfinity, nan: Self.notANumber)
        // Every number has a form, so there is nothing that can fail; were there, empty bytes are refused when read.
        return (try? encoder.encode(StoredModel(self))).map { [UInt8]($0) } ?? []
    }

    /// A kept model.
    ///
    /// - Throws: ``ShopModelError`` where the bytes are no model, one of another version, or damaged so that it shows. A digit that was changed
    ///   into another that a fit could give does not show: what keeps the bytes has to see to that.
    public init(decoding bytes: [UInt8]) throws(ShopModelError) {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: Self.infinity, negativeInfinity: Self.minusInfinity, nan: Self.notANumber)
        let data = Data(bytes)
        guard let header = try? decoder.decode(StoredModel.Header.self, from: data), header.format == StoredModel.format else {
            throw .notAModel
        }
        guard header.version == StoredModel.version else {
            throw .unknownVersion(found: header.version, known: StoredModel.version)
        }
        let stored: StoredModel
        do {
            stored = try decoder.decode(StoredModel.self, from: data)
        } catch let error as DecodingError {
            throw .damaged(part: error.path)
        } catch {
            throw .damaged(part: "text")
        }
        self = try stored.shopModel()
    }

    private static let infinity = "infinite"
    private static let minusInfinity = "-infinite"
    private static let notANumber = "not a number"
}

extension DecodingError {
    /// Where it went wrong: `model.spend.basis`; `text` where the decoder does not say.
    fileprivate var path: String {
        let context: Context? =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context
            case .keyNotFound(let key, let context): Context(codingPath: context.codingPath + [key], debugDescription: "")
            @unknown default: nil
            }
        let path = context?.codingPath.map(\.stringValue).joined(separator: ".") ?? ""
        return path.isEmpty ? "text" : path
    }
}

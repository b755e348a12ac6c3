/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable {
    /// The three letters, first letter in the highest byte.
    private let packed: UInt32

    /// The currency of three ASCII letters in either case; `nil` for anything else. Codes outside the list are taken with two decimals.
    public init?(code: some StringProtocol) {
        let bytes = Array(code.utf8)
        guard bytes.count == 3 else { return nil }
        self.init(bytes[0], bytes[1], bytes[2])
    }

    /// The currency of three ASCII letters in either case, for code that reads bytes.
    @inlinable
    public init?(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
        let upper = (a & 0xDF, b & 0xDF, c & 0xDF)
        let letters: ClosedRange<UInt8> = 65...90
        guard letters.contains(upper.0), letters.contains(upper.1), letters.contains(upper.2) else { return nil }
        self.init(packed: UInt32(upper.0) << 16 | UInt32(upper.1) << 8 | UInt32(upper.2))
    }

    @usableFromInline init(packed: UInt32) { self.packed = packed }

    /// ISO 4217's code for "no currency": used where a file does not name one.
    public static let none = Currency(packed: 0x585858)  // XXX

    /// The three letters: `EUR`.
    public var code: String {
        String(decoding: [UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)], as: UTF8.self)
    }

    /// Decimals of the minor unit: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217, list one).
    public var decimals: Int {
        switch code {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF": return 0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": return 3
        case "CLF", "UYW": return 4
        default: return 2
        }
    }

    /// Minor units in one major unit: 100 for EUR.
    public var minorUnitsPerMajor: Int64 {
        switch decimals {
        case 0: return 1
        case 3: return 1_000
        case 4: return 10_000
        default: return 100
        }
    }
}

extension Currency: CustomStringConvertible {
    /// The code: `EUR`.
    public var description: String { code }
}

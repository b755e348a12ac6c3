public import CustomerValue

/// The numbers by which the journal keeps classes. They never change their meaning.
public enum ClassCode {
    /// The number of a class.
    public static func code(_ value: CustomerClass) -> UInt8 {
        switch value {
        case .new: 1
        case .low: 2
        case .moderate: 3
        case .high: 4
        }
    }

    /// The class of a number; `nil` for none.
    public static func value(_ code: UInt8) -> CustomerClass? {
        switch code {
        case 1: .new
        case 2: .low
        case 3: .moderate
        case 4: .high
        default: nil
        }
    }
}

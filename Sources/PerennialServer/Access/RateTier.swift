/// How often a key may call an endpoint, in Klaviyo's sizes.
enum RateTier: Sendable, Equatable {
    /// Not counted: health, metrics.
    case none
    /// 1 a second, 15 a minute.
    case extraSmall
    /// 3 a second, 60 a minute.
    case small
    /// 10 a second, 150 a minute.
    case medium
    /// 75 a second, 750 a minute.
    case large
    /// 350 a second, 3,500 a minute.
    case extraLarge
    /// Others.
    case custom(burst: Int, steady: Int)

    /// Requests within a second.
    var burst: Int {
        switch self {
        case .none: .max
        case .extraSmall: 1
        case .small: 3
        case .medium: 10
        case .large: 75
        case .extraLarge: 350
        case .custom(let burst, _): burst
        }
    }

    /// Requests within a minute.
    var steady: Int {
        switch self {
        case .none: .max
        case .extraSmall: 15
        case .small: 60
        case .medium: 150
        case .large: 750
        case .extraLarge: 3_500
        case .custom(_, let steady): steady
        }
    }
}

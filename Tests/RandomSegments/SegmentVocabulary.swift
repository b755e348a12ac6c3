package import Facts
package import SeededDice
package import Segments

/// What random definitions are made of: names, values, and what is asked how often.
package protocol SegmentVocabulary {
    /// Each as often as it should come.
    static var kinds: [RandomTestKind] { get }
    /// How many conditions stand in one.
    static var parts: ClosedRange<Int> { get }
    static var mostEventTests: Int { get }
    static var mostSteps: Int { get }
    static var countries: [String] { get }
    static var patterns: [String] { get }
    static var consentMethods: [String] { get }
    /// Each as often as it should come.
    static func dates(of place: RandomDatePlace) -> [RandomDateKind]

    static func number(_ dice: inout Dice) -> Double
    static func text(_ dice: inout Dice) -> String
    /// How long a list is.
    static func length(_ dice: inout Dice) -> Double
    /// A number in a list.
    static func element(_ dice: inout Dice) -> Double
    static func instant(_ dice: inout Dice) -> Instant
    static func span(_ dice: inout Dice) -> Span
    static func metric(_ dice: inout Dice) -> MetricReference
    static func eventTest(_ dice: inout Dice) throws -> EventPropertyTest
    static func propertyTest(_ dice: inout Dice) throws -> PropertyTest
    static func model(_ dice: inout Dice) -> String
    static func topSize(_ dice: inout Dice) -> TopTest.Size
    /// The id or name of a list or segment.
    static func group(_ dice: inout Dice) -> String
    static func consentSource(_ dice: inout Dice) -> String
    /// By what exactly consent was given: a form, a file.
    static func consentDetail(_ dice: inout Dice) -> String
    static func sample(_ dice: inout Dice) -> (percent: Double, seed: UInt64)
}

/// What a test asks.
package enum RandomTestKind: CaseIterable {
    case metric, funnel, property, number, moment, word, model, overdue, top, membership, consent, region, distance, sample
}

/// Where a date is asked for.
package enum RandomDatePlace {
    case property, joining, event, funnel
}

/// How a date is asked for.
package enum RandomDateKind: CaseIterable {
    case allTime, before, after, between, last, next, atLeast, range, anniversaryLast, anniversaryNext, today, thisMonth, month

    package static let ofJoining: [Self] = [.before, .after, .between, .last, .next, .atLeast, .range]
    package static let ofProperties: [Self] = ofJoining + [.anniversaryLast, .anniversaryNext, .today, .thisMonth, .month]
    package static let ofEvents: [Self] = ofJoining + [.allTime, .anniversaryLast, .anniversaryNext]
    package static let ofFunnels: [Self] = [.allTime, .between, .last, .next, .atLeast, .range]
}

extension SegmentVocabulary {
    /// What the language takes in a place.
    package static func dates(of place: RandomDatePlace) -> [RandomDateKind] {
        switch place {
        case .property: RandomDateKind.ofProperties
        case .joining: RandomDateKind.ofJoining
        case .event: RandomDateKind.ofEvents
        case .funnel: RandomDateKind.ofFunnels
        }
    }
}

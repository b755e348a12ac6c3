public import Facts
import JSON

/// How consent was given or taken back, as the proof says.
public struct ConsentWay: Hashable, Sendable {
    /// By which way, in lower case: `api`, `form`, `manual_import`.
    public var method: String?
    /// More of the way: the form, the page, the key, the file.
    public var detail: String?
    /// What the caller said of the source.
    public var customSource: String?
    /// Whether the person confirmed.
    public var isDoubleOptIn = false

    /// Reads a proof; `nil` for one that says nothing.
    init?(proof: ArraySlice<UInt8>) {
        guard !proof.isEmpty, let root = try? JSONDocument(proof).root else { return nil }
        method = root["method"]?.string?.lowercased()
        detail = root["method_detail"]?.string
        customSource = root["custom_source"]?.string
        isDoubleOptIn = root["double_optin"]?.bool ?? false
    }
}

/// The ways in which people of a shop consented, each once, by number from 1; 0 is none.
///
/// Few are met by many people, so that a number is all that is kept with each: four bytes, where there was room in ``ConsentState`` before. What
/// nobody has any more is forgotten at once: it may say something of a person who was erased.
struct ConsentWays: Sendable {
    private var ways: [ConsentWay?] = [nil]
    /// How many have each.
    private var counts: [Int] = [0]
    private var numbers: [ConsentWay: UInt32] = [:]
    private var unused: [UInt32] = []
    /// The proof that was read last: a job's are all alike.
    private var last: (proof: [UInt8], number: UInt32) = ([], 0)

    /// The way of a number.
    subscript(_ number: UInt32) -> ConsentWay? { Int(number) < ways.count ? ways[Int(number)] : nil }

    /// How many different ones there are.
    var count: Int { numbers.count }

    /// The number of the way that a proof tells, held once more from now on.
    mutating func held(_ proof: ArraySlice<UInt8>) -> UInt32 {
        if last.number != 0, last.proof.elementsEqual(proof) {
            counts[Int(last.number)] += 1
            return last.number
        }
        guard let way = ConsentWay(proof: proof) else { return 0 }
        let number = numbers[way] ?? add(way)
        counts[Int(number)] += 1
        last = (Array(proof), number)
        return number
    }

    private mutating func add(_ way: ConsentWay) -> UInt32 {
        let number: UInt32
        if let free = unused.popLast() {
            number = free
            ways[Int(free)] = way
        } else {
            number = UInt32(ways.count)
            ways.append(way)
            counts.append(0)
        }
        numbers[way] = number
        return number
    }

    /// Somebody has it no more.
    mutating func release(_ number: UInt32) {
        guard number != 0 else { return }
        counts[Int(number)] -= 1
        guard counts[Int(number)] == 0, let way = ways[Int(number)] else { return }
        numbers[way] = nil
        ways[Int(number)] = nil
        unused.append(number)
        if last.number == number { last = ([], 0) }
    }
}

extension Population {
    /// How somebody said what they said last of a channel; `nil` where no proof tells.
    public func consentWay(_ channel: Channel, of profile: ProfileNumber) -> ConsentWay? {
        consentWays[consent(channel, of: profile).way]
    }

    /// Takes up what somebody said of a channel, or was found of it.
    func apply(_ fact: ConsentFact, sequence: UInt32) {
        let (channel, row) = (Int(fact.channel.rawValue), fact.profile.index)
        switch fact.change {
        case .subscribed, .unsubscribed, .pending:
            let way = consentWays.held(fact.proof)
            let before = consents[channel][row].way
            consents[channel][row].apply(fact, sequence: sequence, way: way)
            // One of the two is not this person's: the one before, or this, where it was told too late to count.
            consentWays.release(consents[channel][row].way == way ? before : way)
        case .suppressed, .unsuppressed, .hardBounced, .spamComplaint, .invalidAddress:
            consents[channel][row].apply(fact, sequence: sequence)
        }
    }

    /// Forgets what somebody said of all channels.
    func forgetConsents(of row: Int) {
        for channel in consents.indices {
            consentWays.release(consents[channel][row].way)
            consents[channel][row] = ConsentState()
        }
    }

    /// Of two people who are one: what was said later, and every reason against.
    func mergeConsents(_ from: Int, into: Int) {
        for channel in consents.indices {
            let (a, b) = (consents[channel][into].way, consents[channel][from].way)
            consents[channel][into].merge(consents[channel][from])
            consentWays.release(consents[channel][into].way == a ? b : a)
            consents[channel][from] = ConsentState()
        }
    }
}

import Facts
import Population
import Synchronization

/// The profiles of a file's customers: each is looked up, or made, when the first of its rows is taken in, and known from then on.
final class FileCustomers: Sendable {
    /// What the file calls its customers: e-mail addresses, and ids of the shop's.
    let keys: CustomerKeys
    private let profiles: Mutex<ContiguousArray<UInt32>>

    private static let unknown = UInt32.max

    init(_ keys: CustomerKeys) {
        self.keys = keys
        profiles = Mutex(ContiguousArray(repeating: Self.unknown, count: keys.count))
    }

    /// Works on a batch with the profiles at hand.
    func resolving<Result>(
        _ intake: Intake, _ body: (inout Resolver) throws(IntakeError) -> Result
    ) throws(IntakeError) -> (result: Result, profilesMade: Int) {
        // Batches come one after another, on the writer's thread: nobody else wants it meanwhile.
        var resolver = Resolver(intake: intake, keys: keys, profiles: profiles.withLock { exchange(&$0, with: []) })
        do throws(IntakeError) {
            let result = try body(&resolver)
            profiles.withLock { $0 = resolver.profiles }
            return (result, resolver.profilesMade)
        } catch {
            // Profiles that the batch made are not there any more.
            profiles.withLock { $0 = ContiguousArray(repeating: Self.unknown, count: keys.count) }
            throw error
        }
    }

    /// Finds and makes profiles within one batch.
    struct Resolver {
        fileprivate let intake: Intake
        fileprivate let keys: CustomerKeys
        fileprivate var profiles: ContiguousArray<UInt32>
        fileprivate(set) var profilesMade = 0

        /// The profile of a customer who did something, found or made; `nil` where somebody did that who was erased since.
        ///
        /// - Parameters:
        ///   - identity: what makes the event one for ever; see ``EventFact/identity``.
        ///   - order: the ``Fingerprint`` of the order that it names; 0 for none.
        mutating func profile(
            _ customer: UInt32, whoDid identity: UInt64, order: UInt64
        ) throws(IntakeError) -> ProfileNumber? {
            if let known = known(customer) { return known }
            let identities = identities(customer)
            let wasErased = intake.wasErased(identities)
            if wasErased, intake.erasedAuthor(identities, identity: identity, order: order) != nil { return nil }
            let (number, isNew) = try intake.profile(identities)
            if isNew { profilesMade += 1 }
            // Of somebody who was erased and came back each event is looked at anew.
            if !wasErased { profiles[Int(customer)] = number.row }
            return number
        }

        /// The profile of a customer, where there is one.
        mutating func find(_ customer: UInt32) -> ProfileNumber? {
            if let known = known(customer) { return known }
            let identities = identities(customer)
            let found = intake.find(identities).first
            if let found, !intake.wasErased(identities) { profiles[Int(customer)] = found.row }
            return found
        }

        private func known(_ customer: UInt32) -> ProfileNumber? {
            let known = profiles[Int(customer)]
            return known == FileCustomers.unknown ? nil : intake.canonical(ProfileNumber(known))
        }

        private func identities(_ customer: UInt32) -> Identities {
            var identities = Identities()
            let text = keys.text(of: customer)
            identities[text.utf8.contains(UInt8(ascii: "@")) ? .email : .customerID] = text
            return identities
        }
    }
}

/// The old value of a place that gets a new one: moved, not copied.
private func exchange<Value>(_ place: inout Value, with value: consuming Value) -> Value {
    let old = place
    place = value
    return old
}

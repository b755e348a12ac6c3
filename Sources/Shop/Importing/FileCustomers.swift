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

        /// The profile of a customer's number.
        mutating func profile(_ customer: UInt32) throws(IntakeError) -> ProfileNumber {
            let known = profiles[Int(customer)]
            if known != FileCustomers.unknown, let profile = intake.canonical(ProfileNumber(known)) { return profile }
            var identities = Identities()
            let text = keys.text(of: customer)
            identities[text.utf8.contains(UInt8(ascii: "@")) ? .email : .customerID] = text
            let (number, isNew) = try intake.profile(identities)
            if isNew { profilesMade += 1 }
            profiles[Int(customer)] = number.row
            return number
        }
    }
}

/// The old value of a place that gets a new one: moved, not copied.
private func exchange<Value>(_ place: inout Value, with value: consuming Value) -> Value {
    let old = place
    place = value
    return old
}

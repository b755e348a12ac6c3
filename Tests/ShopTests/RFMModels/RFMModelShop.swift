import CustomerValue
import Facts
import Foundation
import JSON
import Journal
import Population
import Segments
import Synchronization
import Testing

@testable import Shop

/// A shop for tests of several RFM models.
struct RFMModelShop {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    func open(_ name: String = "data") throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.path + "/" + name, clock: { clock.now })
    }
}

extension Shop {
    /// Returns once everybody was scored anew, and facts tell of all groups.
    func settleAll(because occasions: Set<Occasion> = []) async throws {
        models.requestScoring(because: occasions)
        try await settle()
    }

    /// Everybody's group by a model, as facts tell it.
    func groups(by model: RFMModelNumber) -> [RFMGroup?] {
        read { population in (0..<population.profileCount).map { population.rfmGroup(ProfileNumber(UInt32($0)), by: model) } }
    }

    func changes(_ email: String, by model: RFMModelNumber) throws -> [RFMChange] {
        let profile = try #require(findPerson(email))
        return read { $0.rfmChanges(of: profile, by: model) }
    }

    func define(segment name: String, _ condition: String) async throws -> SegmentNumber {
        let number = journal.nextNumber(.definition("segment"))
        let definition = #"{"condition_groups":[{"conditions":[\#(condition)]}]}"#
        let condition = try Condition(definition: try JSONDocument(definition).root)
        let body = SegmentDefinition.body(name: name, condition: condition, isStarred: false, isActive: true)
        try await write(isAlone: true) { [self] (intake) throws(IntakeError) in
            intake.define(.segment, number, body, id: ids.id(.segment, number), by: "test", isNew: true)
        }
        return SegmentNumber(UInt32(number))
    }
}

/// Why somebody's group changed, each time.
func causes(_ name: String, _ shop: Shop, by model: RFMModelNumber) throws -> [RFMFact.Cause] {
    try shop.changes("\(name)@example.com", by: model).map(\.cause)
}

import Facts
import Journal
import Shop

extension ListResource {
    /// The most bytes of a name.
    static let longestName = 255
}

extension Shop {
    /// More lists than any shop keeps apart; each is in memory.
    static let mostLists = 5_000

    /// Makes a list, within a commit of its own.
    func newList(
        named name: String, _ optIn: ListResource.OptInProcess, _ intake: Intake, by who: String
    ) throws(IntakeError) -> ListNumber {
        let next = journal.nextNumber(.definition(DefinitionKind.list.rawValue))
        guard definitions.count(.list) < Self.mostLists, let number = UInt32(exactly: next) else {
            throw .invalid(pointer: "/data", detail: "There are \(Self.mostLists) lists, the most that a shop may have.")
        }
        let json = ListResource.body(name: name, optInProcess: optIn)
        intake.define(.list, next, json, id: ids.id(.list, next), by: who, isNew: true)
        return ListNumber(number)
    }

    /// Changes what is given of a list, within a commit of its own.
    func changeList(
        _ number: ListNumber, name: String?, _ optIn: ListResource.OptInProcess?, _ intake: Intake, by who: String
    ) throws(IntakeError) {
        let id = ids.id(number)
        guard let list = definitions[.list, UInt64(number.value)].flatMap({ ListResource($0) }) else {
            throw .notFound("A list with id \(id) does not exist.")
        }
        let json = ListResource.body(name: name ?? list.name, optInProcess: optIn ?? list.optInProcess)
        intake.define(.list, UInt64(number.value), json, id: id, by: who)
    }

    /// Deletes a list, within a commit of its own. Who was in it stays a profile; tags lose it.
    func removeList(_ number: ListNumber, _ intake: Intake, by who: String) throws(IntakeError) {
        let id = ids.id(number)
        guard definitions[.list, UInt64(number.value)] != nil else { throw .notFound("A list with id \(id) does not exist.") }
        intake.define(.list, UInt64(number.value), nil, id: id, by: who)
        takeOffTags(.list, UInt64(number.value), intake, by: who)
    }
}

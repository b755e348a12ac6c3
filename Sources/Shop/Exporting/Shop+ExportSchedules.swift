import Facts
import Journal

extension Shop {
    /// Adds an export that is written again and again, and says so in the audit log.
    ///
    /// - Parameters:
    ///   - name: the beginning of its files' names; see ``ExportSchedule/isName(_:)``.
    ///   - order: what is written.
    ///   - days: on which days.
    ///   - minutes: minutes after midnight in the shop's zone.
    ///   - keeps: how many files are kept.
    ///   - who: who asks for it, for people to read.
    /// - Returns: its number.
    public func addExportSchedule(
        name: String, order: ExportOrder, days: ExportSchedule.Days, minutes: Int, keeps: Int, by who: String
    ) async throws(IntakeError) -> UInt64 {
        let json = ExportSchedule.body(name: name, order: order, days: days, minutes: minutes, keeps: keeps)
        return try await write(isAlone: true) { [unowned self] (intake) throws(IntakeError) -> UInt64 in
            let schedules = definitions.exportSchedules
            guard schedules.count < ExportSchedule.most else {
                throw .invalid(pointer: "/data", detail: "There are \(ExportSchedule.most) schedules, the most that a shop may have.")
            }
            // Two of a name, also where capitals make no difference, would write, and remove, each other's files.
            guard !schedules.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
                throw .conflict("There is an export schedule \(name) already.")
            }
            let number = journal.nextNumber(.definition(DefinitionKind.exportSchedule.rawValue))
            intake.define(.exportSchedule, number, json, id: ids.id(.exportSchedule, number), by: who, isNew: true)
            return number
        }
    }

    /// Ends an export that is written again and again, and says so in the audit log. Its files stay.
    public func removeExportSchedule(_ number: UInt64, by who: String) async throws(IntakeError) {
        try await write(isAlone: true) { [unowned self] (intake) throws(IntakeError) in
            let id = ids.id(.exportSchedule, number)
            guard definitions.exportSchedule(number) != nil else {
                throw .notFound("An export-schedule with id \(id) does not exist.")
            }
            intake.define(.exportSchedule, number, nil, id: id, by: who)
        }
    }
}

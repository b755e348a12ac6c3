import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// Exports that are written again and again, into the folder that the server was started with: /api/perennial/export-schedules
struct ExportScheduleRoutes: RouteGroup {
    let shop: Shop

    private static let path = "/api/perennial/export-schedules"
    private static let type = "export-schedule"
    private static let access = Route.Access.key(.perennialWrite, and: [.profilesRead, .listsRead, .segmentsRead])

    private static let asked: [Schema.Property] =
        [
            .init("name", .string(longest: 60, shortest: 1), isRequired: true), .init("every", .oneOf(Every.allCases.map(\.rawValue))),
            .init("day", .integer(least: 1, most: 28)), .init("at", .string(longest: 5, shortest: 5)),
            .init("keep", .integer(least: 1, most: 1_000)),
        ] + ExportBody.attributes
    private static let attributes =
        asked + [
            .init("next_at", .string(format: .instant)), .init("last_at", .nullable(.string(format: .instant))),
            .init("last_rows", .nullable(.integer(least: 0))), .init("last_fault", .nullable(.text)),
        ]
    private static let fields = [type: ["id"] + attributes.map(\.name)]
    private static let resource = Schema.resource(type, id: true, attributes: attributes, relationships: ExportBody.relationships)

    private enum Every: String, CaseIterable {
        case day, week, month
    }

    var routes: [Route] {
        [
            Route(
                .post, Self.path, "Create Export Schedule", access: Self.access, rate: .small, query: QueryRules(fields: Self.fields),
                body: .json(.document(.resource(Self.type, attributes: Self.asked, relationships: ExportBody.relationships))),
                answers: [.document(.created, Self.resource)], handler: create),
            Route(
                .get, Self.path, "Get Export Schedules", access: .key(.perennialRead), rate: .medium,
                query: QueryRules(fields: Self.fields),
                answers: [.collection(Self.resource)], handler: list),
            Route(
                .delete, Self.path + "/{id}", "Delete Export Schedule", access: .key(.perennialWrite), rate: .medium,
                answers: [.empty(.noContent)], handler: delete),
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        guard shop.scheduledExports.folder != nil else {
            throw APIError.conflict("The server has no folder for exports: start it with --export-folder, then ask again.")
        }
        let body = try await request.resource(type: Self.type)
        body.attributes.allow(only: Self.asked.map(\.name))
        let name = body.attributes.string("name", isRequired: true, longest: 60, shortest: 1) ?? ""
        if !name.isEmpty, !ExportSchedule.isName(name) {
            body.attributes.fault("'name' begins the names of files: letters, digits, - and _.", at: "name")
        }
        let every = body.attributes.oneOf("every", as: Every.self) ?? .day
        let day = Int(body.attributes.integer("day", in: 1...28) ?? 1)
        if every == .day, body.attributes.value["day"] != nil { body.attributes.fault("Every day has no 'day'.", at: "day") }
        if every == .week, day > 7 { body.attributes.fault("'day' of a week is 1 for Monday to 7 for Sunday.", at: "day") }
        let minutes = Self.minutes(body.attributes)
        let keep = Int(body.attributes.integer("keep", in: 1...1_000) ?? 7)
        let order = try ExportBody.order(body, shop)
        let days: ExportSchedule.Days =
            switch every {
            case .day: .daily
            case .week: .weekly(day: day)
            case .month: .monthly(day: day)
            }
        let number: UInt64
        do throws(IntakeError) {
            number = try await shop.addExportSchedule(
                name: name, order: order, days: days, minutes: minutes, keeps: keep, by: request.who)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        guard let schedule = shop.definitions.exportSchedule(number) else { throw APIError.notFound(Self.type, id: name) }
        return request.document(.created) { document in document.one { write(schedule, nil, request.now, to: &$0) } }
    }

    /// `06:30` as minutes after midnight; what is wrong is noted.
    private static func minutes(_ attributes: BodyReader) -> Int {
        guard let text = attributes.string("at", longest: 5, shortest: 5) else { return 6 * 60 }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else {
            attributes.fault("'at' is a time of the day such as 06:30.", at: "at")
            return 0
        }
        return hour * 60 + minute
    }

    private func list(_ request: APIRequest) async throws -> APIResponse {
        let schedules = try shop.definitions.exportSchedules.map { ($0, try shop.scheduledExports.lastJob(of: $0.number, shop)) }
        return request.document { document in
            document.many(request.pageLinks(next: nil, previous: nil)) { resources in
                for (schedule, job) in schedules { write(schedule, job, request.now, to: &resources) }
            }
        }
    }

    private func delete(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        guard let number = shop.ids.number(.exportSchedule, id), shop.definitions.exportSchedule(number) != nil else {
            throw APIError.notFound(Self.type, id: id)
        }
        do throws(IntakeError) {
            try await shop.removeExportSchedule(number, by: request.who)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        return .empty
    }

    private func write(_ schedule: ExportSchedule, _ job: JobRow?, _ now: Instant, to resources: inout ResourceListWriter) {
        let id = shop.ids.id(.exportSchedule, schedule.number)
        resources.resource(Self.type, id: id, path: Self.path + "/" + id) { resource in
            resource.attributes { attributes in
                attributes.member("name", schedule.name)
                switch schedule.days {
                case .daily:
                    attributes.member("every", Every.day.rawValue)
                    attributes.member("day", Int?.none)
                case .weekly(let day):
                    attributes.member("every", Every.week.rawValue)
                    attributes.member("day", day)
                case .monthly(let day):
                    attributes.member("every", Every.month.rawValue)
                    attributes.member("day", day)
                }
                attributes.member("at", Self.text(minutes: schedule.minutes))
                attributes.member("keep", schedule.keeps)
                schedule.order.write(to: &attributes)
                attributes.member("next_at", schedule.nextDue(after: now, in: shop.settings.timeZone))
                attributes.member("last_at", job?.completedAt)
                attributes.member("last_rows", job?.status == .complete ? job?.completedCount : nil)
                attributes.member("last_fault", job?.exportNotes.fault)
            }
            schedule.order.writeSource(to: &resource, shop.ids)
        }
    }

    private static func text(minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}

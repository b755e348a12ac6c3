import Facts
import Markup
import Segments
import Wording

@testable import CustomerValue
@testable import PerennialServer
@testable import Population
@testable import Shop

// Lists and segments: what the query side would hand over.
extension Samples {
    var audience: GroupsModel {
        let change = GroupsModel.Change(added: 12, removed: 3)
        var stale = GroupStanding()
        stale.isStale = true
        var stuck = GroupStanding()
        stuck.fault = .faults([.name(.noGroupID("X", idOfName: nil))])
        let rows: [GroupsModel.Row] = [
            .init(
                kind: .segment, id: "01SEG1", name: outside("Low value"), members: 1_234, lastDay: change, lastWeek: change,
                standing: GroupStanding(), isStarred: true, tags: [outside("spring")], updated: ago(days: 2)),
            .init(
                kind: .segment, id: "01SEG2", name: outside("Win-back"), members: 0, lastDay: .init(added: 0, removed: 0),
                lastWeek: .init(added: 1, removed: 9), standing: stale, isStarred: false, tags: [], updated: ago(days: 40)),
            .init(
                kind: .segment, id: "01SEG3", name: outside("Gone"), members: 7, lastDay: change, lastWeek: change, standing: stuck,
                isStarred: false, tags: [], updated: ago(days: 41)),
            .init(
                kind: .list, id: "01LIST1", name: outside("Newsletter"), members: 9_001, standing: GroupStanding(), isStarred: false,
                tags: [outside("main")], updated: ago(days: 400)),
        ]
        var model = GroupsModel(query: GroupsQuery { $0 == "q" ? outside("a") : nil }, rows: rows, total: 154, all: 159, mayChange: true)
        model.first = 101
        model.previous = RowCursor(isBefore: true, key: 0, id: "01SEG1", name: String(outside("low value").prefix(300)))
        model.next = RowCursor(isBefore: false, key: 1, id: "01LIST1", name: String(outside("newsletter").prefix(300)))
        return model
    }

    var noGroups: GroupsModel { GroupsModel(query: GroupsQuery(), rows: [], total: 0, all: 0, mayChange: true, isDeleted: true) }

    var readyMade: ReadyMadeModel {
        ReadyMadeModel(
            offers: ReadyMadeSegment.allCases.enumerated().map { place, segment in
                .init(
                    segment: segment, lines: place % 5 == 0 ? [] : [outside("predicted CLV is at most €5.00")],
                    missing: place % 5 == 0 ? [.list] : [])
            }, mayChange: true)
    }

    // MARK: One

    func figures(members: Int) -> ProfileFigures {
        var figures = ProfileFigures(sharedError: 0.1)
        figures.members = members
        figures.withHistory = members / 2
        figures.customers = members / 2
        figures.orders = members
        figures.historicMinorUnits = Int64(members) * 4_321
        figures.predicted = members / 2
        figures.predictedMinorUnits = Int64(members) * 77
        figures.totalMinorUnits = Int64(members) * 4_398
        figures.sumOfChurn = Double(members) / 4
        figures.variance = Double(members) * 1e6
        figures.overdue = members / 9
        return figures
    }

    func report(members: Int) -> GroupReport {
        GroupReport(
            group: .segment(SegmentNumber(1)), name: outside("Low value"), figures: figures(members: members),
            changes: [.init(days: 7, changes: SegmentChanges(added: 12, removed: 3))], computedAt: Self.now, asOf: day(in: 0),
            currency: currency, horizonInDays: 365, isStale: false, isProcessing: false)
    }

    var segment: GroupModel {
        var standing = GroupStanding()
        standing.looked = (Self.now, 12.5)
        return GroupModel(
            kind: .segment, id: "01SEG1", name: outside("Low value"), isStarred: true, tags: [outside("spring")], created: ago(days: 30),
            updated: ago(days: 2), standing: standing, report: report(members: 1_234), everybody: 12_408, basis: basis,
            history: (0..<30).map { .init(day: day(in: $0 - 29), members: 1_000 + $0 * 8, added: 9, removed: 1) },
            members: Array(profiles.rows.prefix(10)),
            definition: [(0, outside("All of these hold:")), (1, outside("is in the list “Newsletter”"))],
            uses: [.init(kind: .segment, name: outside("Both")), .init(kind: .schedule, name: outside("weekly"))],
            explanation: .found(
                .init(
                    profile: name(1), isIn: true, since: ago(days: 4),
                    lines: [.init(depth: 0, text: outside("is overdue"), holds: true, seen: outside("yes"), mayChange: nil)])),
            mayChange: true, done: .saved)
    }

    var stuckSegment: GroupModel {
        var model = segment
        model.standing.fault = .faults([.name(.noGroupID(outside("X"), idOfName: nil))])
        model.report = report(members: 0)
        model.members = []
        model.history = []
        model.explanation = .nobody(asked: outside("nobody@example.com"))
        model.done = nil
        return model
    }

    var list: GroupModel {
        var model = segment
        model.kind = .list
        model.id = "01LIST1"
        model.history = []
        model.definition = []
        model.optIn = .double
        model.basis = nil
        model.unknownMember = outside("nobody")
        model.explanation = .found(.init(profile: name(2), isIn: false, since: nil, lines: []))
        model.done = .added
        return model
    }

    var comparison: ComparisonModel {
        let other = GroupReport(
            group: .list(ListNumber(1)), name: outside("Newsletter"), figures: figures(members: 90), changes: nil, computedAt: Self.now,
            asOf: nil, currency: currency, horizonInDays: 365, isStale: false, isProcessing: false)
        return ComparisonModel(
            kind: .segment, id: "01SEG1", name: outside("Low value"),
            others: [
                .init(id: "01SEG2", name: outside("Win-back"), kind: .segment),
                .init(id: "01LIST1", name: outside("Newsletter"), kind: .list),
            ], chosen: "01LIST1",
            comparison: GroupComparison(
                first: report(members: 1_234), second: other, inBoth: figures(members: 12), onlyInFirst: figures(members: 0),
                onlyInSecond: figures(members: 78)), basis: basis)
    }

    var export: ExportModel {
        let states: [ExportModel.Job.State] = [.waiting, .ready, .gone, .failed]
        return ExportModel(
            kind: .segment, id: "01SEG1", name: outside("Low value"), members: 1_234, columns: ExportTheme.usual, preset: .excelFrench,
            jobs: states.enumerated().map { place, state in
                .init(
                    id: "01JOB\(place)", at: ago(days: place), who: outside("ada@example.com"), rows: 1_234, columns: 14,
                    preset: .excelPolish,
                    state: state, fault: state == .failed ? outside("The disk is full.") : nil)
            }, lacksColumns: true)
    }

    var conflict: EditConflict {
        EditConflict(
            name: outside("Low value"), last: (ago(days: 0, minutes: 4), outside("bob@example.com")),
            facts: [
                .init("Name", newer: outside("Low value"), mine: outside("Lowest value")),
                .init(
                    "Conditions", newer: [(0, outside("all of these hold")), (1, outside("predicted CLV is at most €5.00"))],
                    mine: [(0, outside("predicted CLV is at most €4.00"))]),
                .init("Starred", newer: "no", mine: "no"),
            ], state: FormState("now"), fields: [("c.0.0.n", outside("4")), ("name", outside("Lowest value")), ("action", "save")])
    }

    // MARK: The builder

    /// A condition with texts from outside in it and in a part of every kind that it takes.
    private func hostile(_ condition: ConditionDraft, depth: Int = 0) -> ConditionDraft {
        var draft = condition
        draft[.text] = String(outside("Shoe size").prefix(300))
        draft[.value] = String(outside("42").prefix(300))
        draft[.lines] = outside("a").prefix(300) + "\n" + outside("b").prefix(300)
        draft[.json] = String(outside("{}").prefix(300))
        draft.set(.groups, ["id:" + String(outside("x").prefix(300))])
        if depth < 2 {
            let kinds = draft.kind.parts.count > 1 ? [.done] : draft.kind.parts
            draft.parts += kinds.map { hostile(.new($0), depth: depth + 1) }
        }
        return draft
    }

    /// A condition of each kind, with alternatives.
    var builder: BuilderModel {
        var draft = SegmentDraft()
        draft.name = outside("Low value")
        draft.groups = ConditionDraft.Kind.conditions.map { [hostile(.new($0))] }
        draft.groups[0].append(hostile(.new(.done)))
        var model = BuilderModel(id: "01SEG1", draft: draft)
        model.showsProblems = true
        model.problems.name = Phrase.PagePart.nameMissing
        model.problems.fields[.init(group: 0, condition: 0)] = [
            .n: .needsNumber, .kind: .found(.name(.noRFMModel(outside("Loyalty"))), at: outside("/filter")),
        ]
        model.problems.fields[.init(group: 9, condition: 0)] = [.json: .found(.value(.noMoment(outside("line 1"))))]
        model.problems.general = [.asksForItself]
        model.choices = .init(
            metrics: [("id:m1", outside("Opened Email"))], lists: [("id:l1", outside("Newsletter"))],
            segments: [("id:s1", outside("Win-back"))], rfmModels: [("r1", outside("Net")), ("r2", outside("Gross"))],
            properties: ["properties['\(String(outside("Shoe size").prefix(300)))']"])
        model.words[.init(group: 0, condition: 0)] = outside("predicted CLV is at most €5.00")
        model.basis = basis
        return model
    }

    var counted: BuilderModel {
        var model = BuilderModel(draft: SegmentDraft())
        model.draft.groups = [[.new(.predicted)]]
        model.basis = basis
        model.preview = .init(
            count: 54, share: 0.031, customers: 54, withPredictions: 54, historicMinorUnits: 494_000, predictedMinorUnits: 13_800,
            lacksPredictions: true, lines: [(0, outside("predicted CLV is at most €5.00"))])
        return model
    }
}

extension Gallery {
    /// The pages of lists and segments.
    static func audience(_ samples: Samples) -> [(String, String)] {
        let frame = samples.frame(PagePaths.groups)
        let token = FormToken("dmlzaXQ")
        var within = samples.profiles
        within.query.within = "01SEG1"
        within.query.columns = ProfileColumn.allCases
        within.query.complaints = [
            .init(parameter: "group", found: samples.outside("kings"), known: ["loyal"]),
            .init(parameter: "page", found: "99", known: ["3"]),
            .init(parameter: "in", found: samples.outside("x"), known: []),
        ]
        within.within = .init(kind: .segment, id: "01SEG1", name: samples.outside("Low value"))
        within.mayChange = true
        var form = ListFormModel(id: "01LIST1", name: samples.outside("Newsletter"))
        form.problem = Phrase.PagePart.nameTooLong
        return [
            ("groups", GroupTableView(frame: frame, model: samples.audience).html),
            ("groups-none", GroupTableView(frame: frame, model: samples.noGroups).html),
            ("ready-made", ReadyMadeView(frame: frame, model: samples.readyMade, token: token).html),
            ("segment", GroupView(frame: frame, model: samples.segment, token: token).html),
            ("segment-stuck", GroupView(frame: frame, model: samples.stuckSegment, token: token).html),
            ("list", GroupView(frame: frame, model: samples.list, token: token).html),
            ("list-form", ListFormView(frame: frame, model: form, token: token).html),
            (
                "conflict",
                ConflictView(
                    frame: frame, section: .segments, conflict: samples.conflict, action: PagePaths.newSegment,
                    newer: PagePaths.newSegment, actionField: SegmentDraft.actionField, saves: "save", showsAgain: "preview", token: token
                ).html
            ),
            ("list-new", ListFormView(frame: frame, model: ListFormModel(), token: token).html),
            (
                "deletion",
                DeletionView(
                    frame: frame, kind: .segment, id: "01SEG1", name: samples.outside("Low value"),
                    uses: [.init(kind: .segment, name: samples.outside("Both"))], token: token
                ).html
            ),
            ("comparison", ComparisonView(frame: frame, model: samples.comparison).html),
            ("export", ExportView(frame: frame, model: samples.export, token: token).html),
            ("profiles-within", ProfilesView(frame: frame, model: within).html),
            ("builder", BuilderView(frame: frame, model: samples.builder, token: token).html),
            ("builder-new", BuilderView(frame: frame, model: BuilderModel(draft: SegmentDraft()), token: token).html),
            ("builder-counted", BuilderView(frame: frame, model: samples.counted, token: token).html),
        ]
    }
}

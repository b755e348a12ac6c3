import Facts
import Markup

/// What was asked of the page of RFM groups: by which model, and between which days.
struct RFMQuestion: Sendable, Equatable {
    /// Why two days cannot be compared.
    enum Problem: Sendable, Equatable {
        /// It is no day, or not one of the years that can be asked for.
        case noDay
        case stillToCome
        case notBeforeEnd
    }

    /// The id of a model; `nil`: the one that is shown.
    var model: String?
    /// As it was written; empty where nothing was.
    var start = ""
    /// As it was written; empty where nothing was.
    var end = ""
    /// Whether medians are wanted, however many orders must be read for them.
    var wantsMedians = false

    static let modelParameter = "model"
    static let startParameter = "start"
    static let endParameter = "end"
    static let mediansParameter = "medians"

    /// Days before today from which on groups are compared where nothing else is said.
    static let usualDays: Int32 = 30
    private static let years = 1970...2100
    private static let longestID = 64

    /// What was asked by the parameters of a path.
    init(_ parameter: (String) -> String? = { _ in nil }) {
        model = parameter(Self.modelParameter).flatMap { $0.isEmpty ? nil : String($0.prefix(Self.longestID)) }
        start = String((parameter(Self.startParameter) ?? "").prefix(20))
        end = String((parameter(Self.endParameter) ?? "").prefix(20))
        wantsMedians = parameter(Self.mediansParameter) == "true"
    }

    /// The two days, or what is wrong with one of them.
    func days(today: ShopDay) -> (start: ShopDay, end: ShopDay, startProblem: Problem?, endProblem: Problem?) {
        let (last, endProblem) = Self.day(end, usual: today, today: today)
        let usual = last.advanced(byDays: -Int(Self.usualDays))
        var (first, startProblem) = Self.day(start, usual: usual, today: today)
        if startProblem == nil, endProblem == nil, first >= last { startProblem = .notBeforeEnd }
        if startProblem != nil || endProblem != nil { first = min(first, usual) }
        return (first, last, startProblem, endProblem)
    }

    private static func day(_ text: String, usual: ShopDay, today: ShopDay) -> (ShopDay, Problem?) {
        guard !text.isEmpty else { return (usual, nil) }
        guard let day = ShopDay(text), years.contains(day.civil.year) else { return (usual, .noDay) }
        return day <= today ? (day, nil) : (usual, .stillToCome)
    }

    /// The page that shows it.
    var path: PagePath {
        var path = PagePaths.rfm
        if let model { path = path.with(Self.modelParameter, model) }
        if !start.isEmpty { path = path.with(Self.startParameter, start) }
        if !end.isEmpty { path = path.with(Self.endParameter, end) }
        if wantsMedians { path = path.with(Self.mediansParameter, "true") }
        return path
    }
}

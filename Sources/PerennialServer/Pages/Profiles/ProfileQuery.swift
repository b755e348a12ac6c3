import CustomerValue
import Facts
import Markup
import Population

/// What was asked of the list of profiles.
struct ProfileQuery: Sendable, Equatable {
    /// In which order profiles stand.
    enum Order: String, CaseIterable, Sendable {
        /// Created last comes first.
        case newest
        /// Ordered last comes first; who never ordered comes last.
        case lastOrder = "last-order"
        /// Historic and predicted CLV together, highest first.
        case totalValue = "total-clv"
        /// Predicted CLV, highest first.
        case predictedValue = "predicted-clv"
        /// Overdue customers alone, most money at stake first.
        case atStake = "at-stake"
    }

    /// The beginning of a name, an e-mail address or an id; empty for everybody.
    var text: String
    /// Only the customers of a group.
    var group: RFMGroup?
    /// Only customers whose predicted value is put in this word.
    var value: CustomerClass?
    /// Only customers whose purchase likelihood is put in this word.
    var likelihood: CustomerClass?
    /// Only customers whose churn risk is put in this word.
    var risk: ChurnRisk?
    var order: Order
    /// Behind or before whom the page begins or ends; `nil` for the first.
    var cursor: RowCursor?
    /// The id of a list or segment: only whoever is in it.
    var within: String?
    /// What is shown beside the name; `nil` where nothing was chosen.
    var columns: [ProfileColumn]?
    /// What was asked and is not there.
    var complaints: [Complaint] = []

    /// The most characters that are searched for.
    static let longestText = 200

    /// What was asked, held within what a page can show.
    init(
        text: String = "", group: RFMGroup? = nil, value: CustomerClass? = nil, likelihood: CustomerClass? = nil, risk: ChurnRisk? = nil,
        order: Order = .newest, cursor: RowCursor? = nil
    ) {
        self.text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestText)))
        self.group = group
        self.value = value
        self.likelihood = likelihood
        self.risk = risk
        self.order = order
        self.cursor = cursor
    }

    /// What was asked by the parameters of a path; what is not there counts as not asked, and is complained of.
    init(_ parameters: QueryString) {
        var complaints: [Complaint] = []
        func read<Value>(_ name: String, _ value: (String) -> Value?, among known: [String]) -> Value? {
            guard let text = parameters[name], !text.isEmpty else { return nil }
            if let value = value(text.lowercased()) { return value }
            complaints.append(Complaint(parameter: name, found: String(text.prefix(60)), known: known))
            return nil
        }
        /// Ids are told apart by capitals.
        func cursor(_ name: String, isBefore: Bool) -> RowCursor? {
            guard let text = parameters[name], !text.isEmpty else { return nil }
            if let cursor = RowCursor(text, isBefore: isBefore) { return cursor }
            complaints.append(Complaint(parameter: name, found: String(text.prefix(60)), known: []))
            return nil
        }
        let classes = CustomerClass.allCases.map(\.rawValue)
        self.init(
            text: parameters[Self.textParameter] ?? "",
            group: read(Self.groupParameter, RFMGroup.init(slug:), among: RFMGroup.allCases.map(\.slug)),
            value: read(Self.valueParameter, CustomerClass.init(rawValue:), among: classes),
            likelihood: read(Self.likelihoodParameter, CustomerClass.init(rawValue:), among: classes),
            risk: read(Self.riskParameter, ChurnRisk.init(rawValue:), among: ChurnRisk.allCases.map(\.rawValue)),
            order: read(Self.orderParameter, Order.init(rawValue:), among: Order.allCases.map(\.rawValue)) ?? .newest,
            cursor: cursor(RowCursor.afterParameter, isBefore: false) ?? cursor(RowCursor.beforeParameter, isBefore: true))
        within = parameters[Self.withinParameter].flatMap { $0.isEmpty ? nil : String($0.prefix(60)) }
        let names = parameters.pairs.filter { $0.name == Self.columnsParameter }.flatMap { $0.value.split(separator: ",") }
        let columns = names.compactMap { ProfileColumn(rawValue: $0.lowercased()) }
        for name in names where ProfileColumn(rawValue: name.lowercased()) == nil {
            complaints.append(
                Complaint(
                    parameter: Self.columnsParameter, found: String(name.prefix(60)), known: ProfileColumn.allCases.map(\.rawValue)))
        }
        // In the order in which the table has them, each once.
        if !columns.isEmpty { self.columns = ProfileColumn.allCases.filter { columns.contains($0) } }
        self.complaints = Array(complaints.prefix(Self.mostComplaints))
    }

    private static let mostComplaints = 5

    static let textParameter = "q"
    static let groupParameter = "group"
    static let valueParameter = "value"
    static let likelihoodParameter = "likelihood"
    static let riskParameter = "churn"
    static let orderParameter = "order"
    static let withinParameter = "in"
    static let columnsParameter = "columns"

    /// Profiles on a page.
    static let rowsPerPage = 50

    /// Who is asked for, as parameters of a path.
    var filters: [(name: String, value: String)] {
        [
            (Self.groupParameter, group?.slug), (Self.valueParameter, value?.rawValue), (Self.likelihoodParameter, likelihood?.rawValue),
            (Self.riskParameter, risk?.rawValue), (Self.withinParameter, within),
        ].compactMap { name, value in value.map { (name, $0) } }
    }

    /// Whether a customer is among those who are asked for, by the numbers that every page and the API go by.
    ///
    /// - Parameter profile: looked up for its RFM group only where one is asked for.
    func admits(_ profile: ProfileNumber, _ score: CustomerScore?, _ population: Population) -> Bool {
        if let group, population.rfmScores(of: profile)?.group != group { return false }
        if let value, score?.prediction?.clvClass != value { return false }
        if let likelihood, score?.prediction?.likelihoodClass != likelihood { return false }
        if let risk, score?.prediction.map({ ChurnRisk($0.churnProbability) }) != risk { return false }
        return true
    }

    /// The page that shows it.
    var path: PagePath {
        var path = PagePaths.profiles
        if !text.isEmpty { path = path.with(Self.textParameter, text) }
        for filter in filters { path = path.with(filter.name, filter.value) }
        if order != .newest { path = path.with(Self.orderParameter, order.rawValue) }
        if let columns { path = path.with(Self.columnsParameter, columns.map(\.rawValue).joined(separator: ",")) }
        if let cursor { path = cursor.added(to: path) }
        return path
    }

    /// What is shown beside the name.
    func shownColumns(hasPredictions: Bool) -> [ProfileColumn] {
        var shown = columns ?? ProfileColumn.usual
        if order == .atStake, !shown.contains(.atStake) { shown.append(.atStake) }
        return shown.filter { hasPredictions || !$0.isPredicted }
    }

    /// The same, another page of it.
    func at(_ cursor: RowCursor?) -> ProfileQuery {
        var query = self
        query.cursor = cursor
        return query
    }
}

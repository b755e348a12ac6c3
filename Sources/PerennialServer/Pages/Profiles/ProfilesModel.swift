import CustomerValue
import Facts
import Markup

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
    var order: Order
    /// From 1.
    var page: Int

    /// The most characters that are searched for.
    static let longestText = 200
    /// The last page that can be asked for.
    static let lastPage = 1_000_000

    /// What was asked, held within what a page can show.
    init(text: String = "", group: RFMGroup? = nil, order: Order = .newest, page: Int = 1) {
        self.text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestText)))
        self.group = group
        self.order = order
        self.page = min(Self.lastPage, max(1, page))
    }

    /// What was asked by the parameters of a path; what is not understood counts as not asked.
    init(_ parameter: (String) -> String?) {
        self.init(
            text: parameter(Self.textParameter) ?? "", group: parameter(Self.groupParameter).flatMap(RFMGroup.init(slug:)),
            order: parameter(Self.orderParameter).flatMap(Order.init(rawValue:)) ?? .newest,
            page: parameter(Self.pageParameter).flatMap(Int.init) ?? 1)
    }

    static let textParameter = "q"
    static let groupParameter = "group"
    static let orderParameter = "order"
    static let pageParameter = "page"

    /// Profiles on a page.
    static let rowsPerPage = 50

    /// The page that shows it.
    var path: PagePath {
        var path = PagePaths.profiles
        if !text.isEmpty { path = path.with(Self.textParameter, text) }
        if let group { path = path.with(Self.groupParameter, group.slug) }
        if order != .newest { path = path.with(Self.orderParameter, order.rawValue) }
        if page > 1 { path = path.with(Self.pageParameter, String(page)) }
        return path
    }

    /// The same, another page of it.
    func at(page: Int) -> ProfileQuery {
        var query = self
        query.page = page
        return query
    }
}

/// A page of the list of profiles.
struct ProfilesModel: Sendable {
    /// One profile.
    struct Row: Sendable {
        var profile: ProfileName
        var numberOfOrders: Int
        var lastOrder: Instant?
        var historicMinorUnits: Int64
        /// `nil` without a prediction.
        var predicted: MoneyEstimate?
        /// `nil` without a prediction.
        var churnProbability: Double?
        var isOverdue: Bool
        /// What hangs on whether an overdue customer comes back; `nil` for others.
        var atStakeMinorUnits: Double?
        /// `nil` without an order.
        var group: RFMGroup?
    }

    var query: ProfileQuery
    /// Of this page; at most ``ProfileQuery/rowsPerPage``.
    var rows: [Row]
    /// Profiles that match.
    var total: Int
    /// Profiles that would match in an order that leaves nobody out.
    var all: Int
    /// What predicted columns are; `nil` without predictions.
    var basis: PredictionBasis?
}

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
    /// From 1.
    var page: Int

    /// The most characters that are searched for.
    static let longestText = 200
    /// The last page that can be asked for.
    static let lastPage = 1_000_000

    /// What was asked, held within what a page can show.
    init(
        text: String = "", group: RFMGroup? = nil, value: CustomerClass? = nil, likelihood: CustomerClass? = nil, risk: ChurnRisk? = nil,
        order: Order = .newest, page: Int = 1
    ) {
        self.text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestText)))
        self.group = group
        self.value = value
        self.likelihood = likelihood
        self.risk = risk
        self.order = order
        self.page = min(Self.lastPage, max(1, page))
    }

    /// What was asked by the parameters of a path; what is not understood counts as not asked.
    init(_ parameter: (String) -> String?) {
        self.init(
            text: parameter(Self.textParameter) ?? "", group: parameter(Self.groupParameter).flatMap(RFMGroup.init(slug:)),
            value: parameter(Self.valueParameter).flatMap(CustomerClass.init(rawValue:)),
            likelihood: parameter(Self.likelihoodParameter).flatMap(CustomerClass.init(rawValue:)),
            risk: parameter(Self.riskParameter).flatMap(ChurnRisk.init(rawValue:)),
            order: parameter(Self.orderParameter).flatMap(Order.init(rawValue:)) ?? .newest,
            page: parameter(Self.pageParameter).flatMap(Int.init) ?? 1)
    }

    static let textParameter = "q"
    static let groupParameter = "group"
    static let valueParameter = "value"
    static let likelihoodParameter = "likelihood"
    static let riskParameter = "churn"
    static let orderParameter = "order"
    static let pageParameter = "page"

    /// Profiles on a page.
    static let rowsPerPage = 50

    /// Who is asked for, as parameters of a path.
    var filters: [(name: String, value: String)] {
        [
            (Self.groupParameter, group?.slug), (Self.valueParameter, value?.rawValue), (Self.likelihoodParameter, likelihood?.rawValue),
            (Self.riskParameter, risk?.rawValue),
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

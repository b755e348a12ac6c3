import CustomerValue
import Markup
import Wording

/// The sections of the page, in the order in which they help whoever runs the shop.
enum SectionID: String, CaseIterable, Sendable {
    case answer, slipping, months, groups, churn
    case secondOrder = "second-order"
    case value
    case orderValue = "order-value"
    case cohorts
    case firstOrder = "first-order"
    case lastQuarter = "last-quarter"
    case calibration, model, eligibility, reading, terms

    /// The heading.
    var title: Phrase {
        switch self {
        case .answer: Phrase.Answer.title
        case .slipping: Phrase.Slipping.title
        case .months: Phrase.Months.title
        case .groups: Phrase.Groups.title
        case .churn: Phrase.Churn.title
        case .secondOrder: Phrase.SecondOrder.title
        case .value: Phrase.Value.title
        case .orderValue: Phrase.OrderValue.title
        case .cohorts: Phrase.Cohorts.title
        case .firstOrder: Phrase.FirstOrder.title
        case .lastQuarter: Phrase.LastQuarter.title
        case .calibration: Phrase.Calibration.title
        case .model: Phrase.Model.title
        case .eligibility: Phrase.Eligibility.title
        case .reading: Phrase.Reading.title
        case .terms: Phrase.Terms.title
        }
    }

    /// The order for a shop: what is missing for predictions comes early where there are none.
    static func order(hasPredictions: Bool) -> [SectionID] {
        guard !hasPredictions else { return allCases }
        var order = allCases.filter { $0 != .eligibility }
        order.insert(.eligibility, at: 1)
        return order
    }

    /// What the section says.
    func content(_ page: PageContext) -> Node {
        switch self {
        case .answer: AnswerView(page: page, model: AnswerModel(page)).content
        case .slipping: SlippingView(page: page).content
        case .months: MonthsView(page: page).content
        case .groups: GroupsView(page: page, model: GroupsModel(page.analysis)).content
        case .churn: ChurnView(page: page, model: ChurnModel(page.analysis)).content
        case .secondOrder: SecondOrderView(page: page, model: SecondOrderModel(page.analysis)).content
        case .value: ValueView(page: page, model: ValueModel(page.analysis)).content
        case .orderValue: OrderValueView(page: page, model: OrderValueModel(page.analysis)).content
        case .cohorts: CohortsView(page: page).content
        case .firstOrder: FirstOrderView(page: page).content
        case .lastQuarter: LastQuarterView(page: page).content
        case .calibration: CalibrationView(page: page, model: PooledCalibration(page.record.backtest)).content
        case .model: ModelView(page: page).content
        case .eligibility: EligibilityView(page: page).content
        case .reading: ReadingView(page: page).content
        case .terms: TermsView(page: page).content
        }
    }
}

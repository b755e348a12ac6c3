import Markup
import Wording

/// The two pages of customer value.
enum CustomerValueTab: CaseIterable {
    case value, model

    var path: PagePath {
        switch self {
        case .value: PagePaths.customerValue
        case .model: PagePaths.model
        }
    }

    var title: Phrase {
        switch self {
        case .value: Phrase.CustomerValuePage.values
        case .model: Phrase.CustomerValuePage.modelAndTrust
        }
    }
}

extension PageSetting {
    /// The way from one to the other.
    func customerValueTabs(_ shown: CustomerValueTab) -> Node {
        TabsView(
            label: words(Phrase.CustomerValuePage.title),
            tabs: CustomerValueTab.allCases.map { .init(title: words($0.title), path: $0.path, isCurrent: $0 == shown) }
        ).node
    }
}

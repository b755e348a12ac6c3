import Markup
import Wording

/// The pages of the settings.
enum SettingsTab: CaseIterable {
    case shop, predictions, rates, people, keys, account

    var path: PagePath {
        switch self {
        case .shop: PagePaths.settings
        case .predictions: PagePaths.settings.appending("predictions")
        case .rates: PagePaths.settings.appending("rates")
        case .people: PagePaths.settings.appending("people")
        case .keys: PagePaths.settings.appending("keys")
        case .account: PagePaths.settings.appending("account")
        }
    }

    var title: Phrase {
        switch self {
        case .shop: Phrase.Settings.shop
        case .predictions: Phrase.Settings.predictions
        case .rates: Phrase.Settings.rates
        case .people: Phrase.Settings.people
        case .keys: Phrase.Settings.keys
        case .account: Phrase.Settings.account
        }
    }

    /// Whether somebody of a role sees it.
    func isSeen(by role: UserRole) -> Bool {
        switch self {
        case .people, .keys: role.mayLetIn
        case .shop, .predictions, .rates, .account: true
        }
    }
}

extension PageFrame {
    /// A page of the settings: its tabs above what it holds.
    func settings(_ tab: SettingsTab, @NodeList<Served> content: () -> [Node]) -> String {
        let words = setting.words
        let seen = SettingsTab.allCases.filter { $0.isSeen(by: signedIn?.role ?? .analyst) }
        return document(title: words(tab.title), section: .settings) {
            Node.div("page-head") { Node.make(.h1) { Node.text(words(Phrase.Settings.title)) } }
            TabsView(
                label: words(Phrase.Settings.title),
                tabs: seen.map { .init(title: words($0.title), path: $0.path, isCurrent: $0 == tab) }
            ).node
            content()
        }
    }
}

import Markup
import Wording

/// The parts of the server that pages belong to: what the navigation shows, in its order. Only what has a page is here.
enum PageSection: CaseIterable, Sendable {
    case home, profiles, segments
    case customerValue
    case rfm
    case orderValues
    case metrics
    case imports, exports, activity, settings

    /// How the navigation names a part and where it leads: one line makes an entry.
    var entry: Entry {
        switch self {
        case .home: Entry(Phrase.Shell.home, PagePaths.home)
        case .profiles: Entry(Phrase.Shell.allContacts, PagePaths.profiles, under: Phrase.Shell.audience)
        case .segments: Entry(Phrase.Audience.title, PagePaths.groups, under: Phrase.Shell.audience)
        case .customerValue: Entry(Phrase.CustomerValuePage.title, PagePaths.customerValue, under: Phrase.RFMPage.analytics)
        case .rfm: Entry(Phrase.RFMPage.title, PagePaths.rfm, under: Phrase.RFMPage.analytics)
        case .orderValues: Entry(Phrase.OrderValues.title, PagePaths.orderValues, under: Phrase.RFMPage.analytics)
        case .metrics: Entry(Phrase.MetricsPage.title, PagePaths.metrics, under: Phrase.RFMPage.analytics)
        case .imports: Entry(Phrase.Imports.title, PagePaths.imports, under: Phrase.Shell.shop)
        case .exports: Entry(Phrase.Exports.title, PagePaths.exports, under: Phrase.Shell.shop)
        case .activity: Entry(Phrase.Activity.title, PagePaths.activity, under: Phrase.Shell.shop)
        case .settings: Entry(Phrase.Settings.title, PagePaths.settings, under: Phrase.Shell.shop)
        }
    }

    /// An entry of the navigation.
    struct Entry: Sendable {
        let title: Phrase
        let path: PagePath
        /// What it stands under; entries of one heading follow each other.
        let heading: Phrase?

        init(_ title: Phrase, _ path: PagePath, under heading: Phrase? = nil) {
            self.title = title
            self.path = path
            self.heading = heading
        }
    }

    /// The parts that stand together: each under its heading, or alone.
    static let groups: [(heading: Phrase?, sections: [PageSection])] = allCases.reduce(into: []) { groups, section in
        let heading = section.entry.heading
        if let heading, groups.last?.heading == heading {
            groups[groups.count - 1].sections.append(section)
        } else {
            groups.append((heading, [section]))
        }
    }
}

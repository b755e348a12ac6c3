import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// What customers brought later, by what they began with.
struct LaterValueView {
    let setting: PageSetting
    let model: CustomerValuePageModel

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.CustomerValuePage.later), id: "later", width: 12) {
            Node.p("lead", words.laterValueLead(days: LaterValue.windowInDays))
            TabsView(label: words(Phrase.CustomerValuePage.beganWith), tabs: tabs).node
            if let later = model.later { found(later) } else { Node.p("empty", words(Phrase.CustomerValuePage.laterNotYet)) }
        }
    }

    private var tabs: [TabsView.Tab] {
        LaterValues.Dimension.allCases.map { dimension in
            .init(
                title: words(dimension.tab),
                path: PagePaths.customerValue.with(CustomerValuePageQuery.dimensionParameter, dimension.rawValue).at("later"),
                isCurrent: dimension == model.dimension)
        }
    }

    private func found(_ later: CustomerValuePageModel.Later) -> [Node] {
        guard let value = later.values[model.dimension], !value.groups.isEmpty else {
            return [.p("empty", words(later.values[model.dimension] == nil ? Phrase.FirstOrder.noneNamed : Phrase.FirstOrder.tooFew))]
        }
        let groups = value.groups.map(\.group)
        // Where few came back in nearly every group, it is said once and not in each row.
        let marks = groups.count(where: \.isSmall) * 2 <= groups.count
        return [
            table(value, later.values.currency, marksSmall: marks), marks ? .nothing : .p("note after", words(Phrase.FirstOrder.mostlyFew)),
            .p("note after", words.rangesOfLaterValue(fewest: LaterValue.Group.fewestReturned)),
            .p("note", words(Phrase.FirstOrder.caution) + " " + words.countedAt(setting.moment(later.computedAt))),
        ]
    }

    private func table(_ value: LaterValue, _ currency: Currency, marksSmall: Bool) -> Node {
        func row(_ name: Node, _ group: LaterValue.Group) -> [Cell] { self.row(name, group, marksSmall: marksSmall) }
        var rows = value.groups.map { named in row(.outside(name(named.name), longest: 60), named.group) }
        if value.other.customers > 0 { rows.append(row(.text(words(Phrase.FirstOrder.others)), value.other)) }
        if value.without.customers > 0 { rows.append(row(.text(words(model.dimension.without)), value.without)) }
        rows.append(row(.text(words(Phrase.CustomerValuePage.all)), value.all))
        return Table<Served>(
            under: "later-heading",
            headers: [
                words(Phrase.CustomerValuePage.beganWith), words(Phrase.Page.customers), words(Phrase.FirstOrder.cameBack),
                words(Phrase.FirstOrder.laterValue),
            ] + (marksSmall ? [words(Phrase.RFMPage.note)] : []), rows: rows, strongLastRow: true
        ).node
    }

    /// A month in words, anything else as the shop wrote it.
    private func name(_ name: String) -> String {
        guard model.dimension == .month, let day = ShopDay(name + "-01") else { return name }
        return setting.format.month(of: day)
    }

    private func row(_ name: Node, _ group: LaterValue.Group, marksSmall: Bool) -> [Cell] {
        let share = group.returnedShare.map { setting.format.percent($0) } ?? "–"
        let shares = group.returnedShareRange.map {
            words.shortRange(setting.format.percent($0.lowerBound), setting.format.percent($0.upperBound))
        }
        let amounts = group.laterMinorUnitsRange.map { words.shortRange(setting.mean($0.lowerBound), setting.mean($0.upperBound)) }
        return [
            .node(name), .number(setting.format.number(group.customers)), .numberWith(share, shares ?? "–"),
            .numberWith(setting.mean(group.laterMinorUnitsPerCustomer), amounts ?? "–"),
        ] + (marksSmall ? [.text(group.isSmall ? words(Phrase.FirstOrder.fewCameBack) : "")] : [])
    }
}

extension LaterValues.Dimension {
    /// What customers are grouped by.
    var tab: Phrase {
        switch self {
        case .product: Phrase.CustomerValuePage.byProduct
        case .discountCode: Phrase.CustomerValuePage.byCode
        case .month: Phrase.CustomerValuePage.byMonth
        case .channel: Phrase.CustomerValuePage.byChannel
        }
    }

    /// First orders that have none.
    var without: Phrase {
        switch self {
        case .product: Phrase.FirstOrder.noProduct
        case .discountCode: Phrase.FirstOrder.noCode
        case .month: Phrase.FirstOrder.others
        case .channel: Phrase.FirstOrder.noChannel
        }
    }
}

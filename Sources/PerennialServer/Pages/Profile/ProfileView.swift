import Charts
import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// The page of one person: what they are worth, how likely they come back, who they are, what happened.
struct ProfileView {
    let frame: PageFrame
    let model: ProfileModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.document(title: model.name.title(words), section: .profiles) {
            head
            setting.grid {
                Node.div("column w-8") {
                    ProfileValueView(setting: setting, model: model).node
                    ProfileRiskView(setting: setting, model: model).node
                    OrdersInTimeView(setting: setting, model: model).node
                    TimelineView(setting: setting, timeline: model.timeline, path: PagePaths.profile(model.name.id)).node
                }
                Node.div("column w-4") {
                    RFMView(setting: setting, rfm: model.rfm, orders: model.orders).node
                    IdentitiesView(setting: setting, model: model).node
                    ConsentView(setting: setting, consent: model.consent).node
                    ListsView(setting: setting, lists: model.lists).node
                    SegmentsView(setting: setting, segments: model.segments).node
                    PropertiesView(setting: setting, properties: model.properties).node
                    if let signedIn = frame.signedIn { RightsView(setting: setting, model: model, signedIn: signedIn).node }
                }
            }
        }
    }

    private var head: Node {
        .div("page-head") {
            Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.Shell.allContacts), to: PagePaths.profiles) }
            Node.make(.h1) { Node.outside(model.name.title(words)) }
            Node.make(.p, [.css("subtitle")]) { subtitle }
            Node.make(.p, [.css("badges")]) { badges }
        }
    }

    private var subtitle: [Node] {
        var parts: [Node] = []
        if let email = model.name.email, !email.isEmpty, model.name.name?.isEmpty == false { parts.append(.outside(email)) }
        if let place = model.place, !place.isEmpty { parts.append(.outside(place)) }
        parts.append(.text(words.profileSince(setting.date(model.createdAt))))
        if let last = model.lastActive { parts.append(.text(words.lastActive(setting.ago(last)))) }
        return parts.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [.text(" · "), $0.element] }
    }

    private var badges: [Node] {
        var badges: [Node] = []
        if let rfm = model.rfm { badges.append(setting.badge(words(rfm.group.phrase), rfm.group.color)) }
        guard case .predicted(let prediction) = model.outlook else { return badges }
        if prediction.isOverdue { badges.append(setting.badge(words(Phrase.Profile.overdue), .vermillion)) }
        if prediction.valueClass == .new {
            badges.append(setting.badge(words(prediction.valueClass.valuePhrase)))
        } else {
            badges.append(setting.badge(words.valueBadge(words(prediction.valueClass.valuePhrase))))
            badges.append(setting.badge(words.likelihoodBadge(words(prediction.likelihoodClass.likelihoodPhrase))))
        }
        return badges
    }
}

import Facts

// Agreement to be written to, with its proof.
extension Telling {
    func subscription(_ moment: Moment, _ person: Person) -> DemoSubscription {
        let isText = moment.kind == .agreedToTexts
        let isAgreement = isText || moment.kind == .subscribed || moment.kind == .askedToConfirm
        let isByForm = !moment.flags.contains(.counter) && !moment.flags.contains(.checkout)
        return DemoSubscription(
            time: moment.time, profile: DemoIdentities(email: isText ? nil : person.email, phone: isText ? person.phone : nil),
            channel: isText ? .sms : .email, change: change(moment.kind), list: (isText ? DemoShop.textMessages : DemoShop.newsletter).name,
            method: method(moment), methodDetail: isAgreement ? place(moment, person) : nil,
            wording: isAgreement ? wording(locale: person.locale, isText: isText) : nil,
            isDoubleOptIn: isByForm && moment.kind == .subscribed, ip: isAgreement && !moment.flags.contains(.counter) ? ip(person) : nil)
    }

    private func change(_ kind: Moment.Kind) -> ConsentFact.Change {
        switch kind {
        case .askedToConfirm: .pending
        case .unsubscribed: .unsubscribed
        case .bounced: .hardBounced
        case .complained: .spamComplaint
        default: .subscribed
        }
    }

    private func method(_ moment: Moment) -> String {
        switch moment.kind {
        case .unsubscribed: moment.seconds % 3 == 0 ? "PREFERENCE_PAGE" : "ONE_CLICK_UNSUBSCRIBE"
        case .bounced: "HARD_BOUNCE"
        case .complained: "SPAM_COMPLAINT"
        default:
            moment.flags.contains(.counter) ? "POINT_OF_SALE" : moment.flags.contains(.checkout) ? "CHECKOUT" : "FORM"
        }
    }

    private func place(_ moment: Moment, _ person: Person) -> String {
        if moment.flags.contains(.counter) { return "Boutique \(boutique(of: person))" }
        return moment.flags.contains(.checkout) ? "\(DemoShop.website)/checkout" : "\(DemoShop.website)/newsletter"
    }

    /// Out of the ranges of RFC 5737.
    private func ip(_ person: Person) -> String { "\(person.number % 2 == 0 ? "198.51.100" : "203.0.113").\(1 + person.number % 254)" }

    private func wording(locale: String, isText: Bool) -> String {
        let name = DemoShop.name
        switch (locale.prefix(2), isText) {
        case ("fr", false): return "Oui, je souhaite recevoir la lettre de \(name). Je peux me désinscrire à tout moment."
        case ("fr", true): return "J'accepte de recevoir des SMS de \(name), deux par mois au plus. STOP pour ne plus en recevoir."
        case ("de", _): return "Ja, ich möchte den Newsletter von \(name) erhalten. Abmelden kann ich mich jederzeit."
        case ("pl", _): return "Tak, chcę otrzymywać newsletter \(name). Mogę zrezygnować w każdej chwili."
        case ("nl", _): return "Ja, ik ontvang graag de nieuwsbrief van \(name). Afmelden kan altijd."
        case ("es", _): return "Sí, quiero recibir el boletín de \(name). Puedo darme de baja cuando quiera."
        case ("it", _): return "Sì, desidero ricevere la newsletter di \(name). Posso disiscrivermi in ogni momento."
        case (_, true): return "I agree to receive text messages from \(name), two a month at most. Reply STOP to end them."
        default: return "Yes, I would like to receive the newsletter of \(name). I can unsubscribe at any time."
        }
    }
}

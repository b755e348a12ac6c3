import Facts

/// What each column of a file of profiles holds.
struct ProfileColumnPlan: Sendable {
    /// What a column holds.
    enum Role: Sendable, Equatable {
        case identity(IdentityKind)
        /// A phone number: who somebody is where it is in international form, else a property.
        case phone
        /// A place in ``fields``.
        case value(Int)
        /// A place in ``lists``.
        case list(Int)
        case created
        /// What somebody said, in words, and the column of the moment.
        case consent(Channel, moment: Int?)
        /// Why somebody must not be written to.
        case suppressions(Channel)
        /// When somebody agreed to get mail: Mailchimp's files of subscribed members. The column of the network address, and one of the
        /// moment of the first step where this of the second is empty.
        case subscribedAt(address: Int?, otherwise: Int?)
        /// When somebody wanted no more mail.
        case unsubscribedAt
        /// When an address was found to be dead.
        case bouncedAt
        /// Texts between commas.
        case tags(Int)
        /// Read with another column, or not at all.
        case none
    }

    let form: ProfileForm
    private(set) var roles: [Role]
    private(set) var fields: [ProfileField] = []
    private(set) var lists: [String] = []
    /// The property of phone numbers that are in no international form.
    private(set) var phoneProperty: Int?
    let dateOrder: DateOrder?
    /// What the reader should be told.
    private(set) var notes: [ReadingNote] = []

    /// Times without a zone are of UTC in these exports.
    var zonelessTimesAreUTC: Bool { form != .plain }

    /// Columns that are read.
    var used: [Int] { roles.indices.filter { roles[$0] != .none } }

    /// What a file of profiles looks like, for messages.
    static let expected =
        "Expected is a CSV file with the header customer_id,email,country,list_NAME,created_at and more; every other column becomes a "
        + "property. Exports of Klaviyo and Mailchimp are understood as they are."

    /// Understands the header of a file of profiles.
    ///
    /// - Parameter consent: what the person who imports says of the consent of the file's people.
    static func recognize(
        header names: [String], file: String, options: ReadingOptions, consent: FileConsent?
    ) throws(ReadingError) -> ProfileColumnPlan {
        let header = Header(names)
        let form: ProfileForm =
            header.hasAny("klaviyo id", "email marketing consent", "sms marketing consent")
            ? .klaviyo : header.hasAny("leid", "euid", "member rating") ? .mailchimp : .plain
        var plan = ProfileColumnPlan(header, form, options.dateOrder ?? header.impliedDateOrder)
        let isSomebody = plan.roles.contains { role in
            if case .identity = role { return true }
            return role == .phone
        }
        guard isSomebody else {
            throw ReadingError(
                .badData, file: file, line: 1,
                "A file of profiles needs a column that says who somebody is: email, customer_id, external_id or phone_number. The header "
                    + "has \(header.listing()).", advice: expected, because: .peopleNeed)
        }
        if form == .mailchimp { try plan.understandMailchimp(header, file: file, consent) }
        return plan
    }

    private init(_ header: Header, _ form: ProfileForm, _ dateOrder: DateOrder?) {
        self.form = form
        self.dateOrder = dateOrder
        roles = header.columns.map { _ in .none }
        var taken: Set<ProfileField> = []
        for column in header.columns where !column.text.isEmpty {
            roles[column.index] = role(of: column, header, &taken)
        }
        // A moment is read with the consent that it is of.
        for role in roles { if case .consent(_, let moment?) = role { roles[moment] = .none } }
    }

    private mutating func role(of column: Header.Column, _ header: Header, _ taken: inout Set<ProfileField>) -> Role {
        let key = column.key
        func isFirst(of names: [String]) -> Bool { names.lazy.compactMap { header.columns(named: $0).first }.first == column.index }
        if isFirst(of: ProfileColumnNames.email) { return .identity(.email) }
        if isFirst(of: ProfileColumnNames.customerID) { return .identity(.customerID) }
        if isFirst(of: ProfileColumnNames.externalID) { return .identity(.externalID) }
        if isFirst(of: ProfileColumnNames.phone) {
            phoneProperty = field(.property(column.text))
            return .phone
        }
        if form != .mailchimp, isFirst(of: ProfileColumnNames.created) { return .created }
        if let name = Self.listName(column.text) {
            if let known = lists.firstIndex(of: name) { return .list(known) }
            lists.append(name)
            return .list(lists.count - 1)
        }
        if let role = Self.consentRole(key, header) { return role }
        if form == .mailchimp {
            if key == "tags" { return .tags(field(.property(column.text))) }
            // One text of street, place, country.
            if key == "address" { return .value(field(.property(column.text))) }
        }
        if let known = ProfileColumnNames.fields[key], taken.insert(known).inserted { return .value(field(known)) }
        return .value(field(.property(column.text)))
    }

    private mutating func field(_ field: ProfileField) -> Int {
        fields.append(field)
        return fields.count - 1
    }

    /// The list of a column `list_NAME`.
    private static func listName(_ text: String) -> String? {
        guard text.count > 5, text.prefix(5).lowercased() == "list_" else { return nil }
        return String(text.dropFirst(5))
    }

    private static func consentRole(_ key: String, _ header: Header) -> Role? {
        for (channel, word) in [(Channel.email, "email"), (.sms, "sms")] {
            let names = ["\(word) marketing consent", "\(word) consent"]
            if names.contains(key) {
                let moments = names.flatMap { ["\($0) timestamp", "\($0) at", "\($0) date"] }
                return .consent(channel, moment: moments.lazy.compactMap { header.columns(named: $0).first }.first)
            }
            if key == "\(word) suppressions" || key == "\(word) suppression" { return .suppressions(channel) }
        }
        return nil
    }

    /// Which of Mailchimp's files it is: those of people who left, and of dead addresses, say so by their columns. Those of people who
    /// subscribed and of those who never did have the same columns; their names tell them apart, or the person who imports.
    private mutating func understandMailchimp(_ header: Header, file: String, _ consent: FileConsent?) throws(ReadingError) {
        func column(_ name: String) -> Int? { header.columns(named: name).first }
        for name in ["optin time", "confirm time", "optin ip", "confirm ip", "unsub time", "clean time"] {
            if let place = column(name) { roles[place] = .none }
        }
        if let left = column("unsub time") {
            roles[left] = .unsubscribedAt
            return
        }
        if let dead = column("clean time") {
            roles[dead] = .bouncedAt
            return
        }
        guard let confirmed = column("confirm time") else { return }
        let name = file.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let known: FileConsent? = name.hasPrefix("subscribed") ? .subscribed : name.hasPrefix("nonsubscribed") ? FileConsent.none : nil
        guard let meaning = consent ?? known else {
            throw ReadingError(
                .needsAnswer, file: file, line: 1,
                "Mailchimp writes people who subscribed and people who never did in the same form, and the file's name does not say which "
                    + "they are.",
                advice: "Say it with --consent subscribed or --consent none.", question: .consent, because: .consent)
        }
        guard meaning == .subscribed else { return }
        roles[confirmed] = .subscribedAt(address: column("confirm ip") ?? column("optin ip"), otherwise: column("optin time"))
        if consent == nil { notes.append(ReadingNote(.subscribedByName, "Its people subscribed, judging by the file's name.")) }
    }
}

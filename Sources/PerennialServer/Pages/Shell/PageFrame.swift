import Markup
import Wording

/// Who is signed in.
struct SignedIn: Sendable {
    var name: String
    var email: String
    /// What they may do.
    var role: UserRole
    /// Goes with every form of the session.
    var token: FormToken
}

/// What stands around the content of a page.
struct PageFrame: Sendable {
    let setting: PageSetting
    /// The page's own path with its parameters, to show it again in another language; `nil` where it cannot be asked for again.
    let path: PagePath?
    /// The name of the shop.
    let shopName: String
    /// Nobody before signing in: then there is nothing to lead to.
    var signedIn: SignedIn?
    /// Of the program.
    let version: String

    private var words: Words { setting.words }

    /// The page as HTML.
    ///
    /// - Parameters:
    ///   - title: what the page is; the name of the shop is added.
    ///   - section: to which part it belongs.
    ///   - isNarrow: whether it holds a form or a message only.
    ///   - hasSearch: whether the bar has a field to find profiles; not where the page has one itself.
    ///   - script: what makes the page more convenient; it is whole without.
    func document(
        title: String, section: PageSection?, isNarrow: Bool = false, hasSearch: Bool = true, script: PageAsset? = nil,
        @NodeList<Served> content: () -> [Node]
    ) -> String {
        HTML.document(
            Node.make(.html, [Attribute(name: .lang, value: words.language.rawValue)]) {
                head(title, script)
                Node.make(.body, [.css(signedIn == nil ? "outside" : "inside")]) {
                    Node.element(.a, [.css("skip"), .anchor("main")], [.text(words(Phrase.Page.skip))])
                    if let signedIn { top(signedIn, section, hasSearch: hasSearch) } else { outside }
                    Node.element(
                        .main, [.id("main"), .css(isNarrow ? "narrow" : "wide"), Attribute(name: .tabindex, value: "-1")], content())
                    Node.make(.footer) {
                        Node.p(words.runsHere(version: version))
                        if signedIn == nil { languages }
                    }
                }
            })
    }

    private func head(_ title: String, _ script: PageAsset?) -> Node {
        .make(.head) {
            Node.charset
            Node.meta(.viewport, "width=device-width, initial-scale=1")
            Node.meta(.colorScheme, "light dark")
            Node.meta(.robots, "noindex")
            Node.make(.title) {
                Node.text(OutsideText(title).shown + " · " + OutsideText(shopName.isEmpty ? "Perennial" : shopName).shown)
            }
            Node.icon(PageAsset.icon.path)
            Node.stylesheet(PageAsset.style.path)
            if let script { Node.script(script.path) }
        }
    }

    /// Above what somebody sees who is not signed in: a name, and nothing to lead to.
    private var outside: Node { .make(.header, [.css("top")]) { NavigationView(words: words, current: nil).brand } }

    private func top(_ signedIn: SignedIn, _ section: PageSection?, hasSearch: Bool) -> Node {
        let navigation = NavigationView(words: words, current: section)
        return .make(.header, [.css("top")]) {
            navigation.side
            Node.div("strip") {
                navigation.drawer(languages)
                if hasSearch { search }
                Node.div("strip-end") {
                    languages
                    account(signedIn)
                }
            }
        }
    }

    private var search: Node {
        .query(PagePaths.profiles, [.css("search"), Attribute(name: .role, value: "search")]) {
            Node.label(words(Phrase.Shell.searchHint), for: "find", [.css("unseen")])
            Node.field(Field(ProfileQuery.textParameter, .search, id: "find", hint: words(Phrase.Shell.searchHint), isRequired: false))
            Node.button(words(Phrase.Shell.search), [.css("quiet")])
        }
    }

    private var languages: Node {
        guard let path else { return .nothing }
        return .make(.nav, [.css("languages"), .label(words(Phrase.Shell.language))]) {
            for language in Language.allCases {
                let current: [Attribute] = language == words.language ? [Attribute(name: .current, value: "true")] : []
                Node.element(
                    .a,
                    [
                        .to(path.with(PagePaths.languageParameter, language.rawValue)), Attribute(name: .lang, value: language.rawValue),
                        .label(language.ownName),
                    ] + current, [.text(language.rawValue.uppercased())])
            }
        }
    }

    /// Opened by a click or a key; no script is needed for it.
    private func account(_ signedIn: SignedIn) -> Node {
        .make(.details, [.css("account")]) {
            Node.make(.summary, [.label(words(Phrase.Shell.account))]) { Node.text(Self.initials(signedIn.name)) }
            Node.div("menu") {
                Node.make(.p) {
                    Node.make(.strong) { Node.outside(signedIn.name) }
                    Node.make(.small) { Node.outside(signedIn.email) }
                    Node.small(words(signedIn.role.phrase))
                }
                Node.make(.p) { Node.link(words(Phrase.Settings.account), to: SettingsTab.account.path) }
                Node.form(to: PagePaths.signOut, token: signedIn.token) { Node.button(words(Phrase.Shell.signOut), [.css("quiet")]) }
            }
        }
    }

    /// The first letters of the first two words of a name.
    private static func initials(_ name: String) -> String {
        let letters = OutsideText(name).shown.split(separator: " ").prefix(2).compactMap { word in word.first { $0.isLetter } }
        return letters.isEmpty ? "•" : String(letters).uppercased()
    }
}

extension Language {
    /// The language's name in the language itself.
    var ownName: String {
        switch self {
        case .en: "English"
        case .fr: "Français"
        case .pl: "Polski"
        }
    }
}

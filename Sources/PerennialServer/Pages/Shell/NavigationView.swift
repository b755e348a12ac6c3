import Markup
import Wording

/// The way through the pages: a bar at the side of wide screens, a drawer that a click or a key opens on narrow ones. No script is needed.
struct NavigationView {
    let words: Words
    /// The part that the page belongs to.
    let current: PageSection?

    /// The bar at the side.
    var side: Node {
        .div("side") {
            brand
            sections(Phrase.Shell.sections)
        }
    }

    /// The drawer, with the choice of a language for where there is no room beside it.
    func drawer(_ languages: Node) -> Node {
        .make(.details, [.css("drawer")]) {
            Node.make(.summary) { Node.text(words(Phrase.Shell.menu)) }
            Node.div("drawer-panel") {
                sections(Phrase.Shell.menu)
                languages
            }
        }
    }

    /// The program's name, which leads home.
    var brand: Node { .element(.a, [.css("brand"), .to(PagePaths.home)], [.text("Perennial")]) }

    private func sections(_ name: Phrase) -> Node {
        .make(.nav, [.css("sections"), .label(words(name))]) {
            for group in PageSection.groups {
                if let heading = group.heading { Node.p("nav-heading", words(heading)) }
                Node.make(.ul) { for section in group.sections { Node.make(.li) { link(section) } } }
            }
        }
    }

    private func link(_ section: PageSection) -> Node {
        let mark: [Attribute] = section == current ? [Attribute(name: .current, value: "page")] : []
        return .element(.a, [.to(section.entry.path)] + mark, [.text(words(section.entry.title))])
    }
}

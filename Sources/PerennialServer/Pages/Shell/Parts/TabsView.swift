import Markup

/// The pages that belong together, side by side: the one that is shown is marked.
struct TabsView {
    /// One of them.
    struct Tab {
        var title: String
        var path: PagePath
        var isCurrent: Bool
    }

    /// What they are, for who cannot see them.
    let label: String
    let tabs: [Tab]

    var node: Node {
        .make(.nav, [.css("tabs"), .label(label)]) {
            for tab in tabs {
                Node.element(
                    .a, [.to(tab.path)] + (tab.isCurrent ? [Attribute(name: .current, value: "page")] : []), [.text(tab.title)])
            }
        }
    }
}

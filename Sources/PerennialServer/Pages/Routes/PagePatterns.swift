import Markup
import Synchronization

/// Which paths are pages: what a form is answered with can be asked for in another language where the form stood.
final class PagePatterns: Sendable {
    private let known = Mutex<Set<String>>([])

    /// Notes a page, by its path as routes have it: `/lists/{id}/edit`.
    func add(_ pattern: String) { known.withLock { _ = $0.insert(pattern) } }

    /// The page that a form belongs to: the one of the same path, else the nearest above it; `nil` where that is none.
    func page(of pattern: String, _ path: String) -> PagePath? {
        var parts = pattern.split(separator: "/")[...]
        var found = path.split(separator: "/")[...]
        guard parts.count == found.count else { return nil }
        while !parts.isEmpty {
            if known.withLock({ $0.contains("/" + parts.joined(separator: "/")) }) {
                return PagePath(requested: "/" + found.joined(separator: "/"))
            }
            parts.removeLast()
            found.removeLast()
        }
        return nil
    }
}

/// What a page may do besides being read. Nodes and attributes are of one kind, and kinds do not mix.
public protocol PageKind: Sendable {}

/// A page that stands alone, such as a file that people keep: it fetches nothing, sends nothing, runs nothing, and leads to places of
/// its own only.
public enum Alone: PageKind {}

/// A page that a server gives out: it may lead to, fetch from and send to other paths of the same server, and nowhere else.
public enum Served: PageKind {}

import Markup

/// A piece of a page of the server.
typealias Node = Markup.Node<Served>

/// An attribute within a page of the server.
typealias Attribute = Markup.Attribute<Served>

/// A cell of a table on a page of the server.
typealias Cell = Markup.Cell<Served>

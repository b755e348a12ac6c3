import Markup

/// A piece of a report. A report stands alone: of its kind there is no attribute or element that could fetch, send or run.
typealias Node = Markup.Node<Alone>

/// An attribute within a report.
typealias Attribute = Markup.Attribute<Alone>

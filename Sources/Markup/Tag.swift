/// The elements that can do nothing but be read. What fetches, sends or runs has a function of its own (``Node/form(to:token:_:_:)``,
/// ``Node/stylesheet(_:)``, ...) that only nodes of a ``Served`` page have.
public enum Tag: String, Sendable {
    case a, abbr, aside, body, caption, code, dd, details, div, dl, dt, em, fieldset, figcaption, figure, footer, h1, h2, h3, head, header,
        html
    case legend, li, main, nav, ol, p, section, small, span, strong, style, summary, table, tbody, td, th, thead, time, title, tr, ul
}

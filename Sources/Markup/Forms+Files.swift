extension Node where Kind == Served {
    /// A field of several lines; its label is ``label(_:for:_:)``.
    ///
    /// - Parameters:
    ///   - name: as sent with the form.
    ///   - id: its name within the page: the same where none is given.
    ///   - value: what stands in it.
    ///   - rows: how many lines are seen.
    ///   - longest: the most characters.
    ///   - hint: what may be written, shown while nothing is.
    ///   - describedBy: the ids of what explains it.
    ///   - isWrong: whether what stands in it was refused.
    public static func lines(
        _ name: String, id: String? = nil, value: String = "", rows: Int = 6, longest: Int, hint: String = "", describedBy: [String] = [],
        isWrong: Bool = false
    ) -> Node {
        var attributes: [Attribute<Served>] = [
            .id(id ?? name), Attribute("name", name), Attribute("rows", String(rows)), Attribute("maxlength", String(longest)),
            Attribute("spellcheck", "false"), Attribute("autocomplete", "off"),
        ]
        if !hint.isEmpty { attributes.append(Attribute("placeholder", hint)) }
        attributes += described(describedBy, isWrong)
        // Line ends stay, also as browsers send them; what steers text does not.
        let lines = value.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.map { OutsideText(String($0), longest: longest).shown }
        return Node(.element("textarea", isVoid: false, attributes, [.text(kept.joined(separator: "\n"))]))
    }

    /// A file of the reader's own machine; its label is ``label(_:for:_:)``.
    ///
    /// - Parameters:
    ///   - name: as sent with the form, and its name within the page.
    ///   - accepts: endings and types that browsers offer first: `.csv`.
    ///   - describedBy: the ids of what explains it.
    ///   - isWrong: whether what was given was refused.
    public static func file(_ name: String, accepts: [String], describedBy: [String] = [], isWrong: Bool = false) -> Node {
        let attributes: [Attribute<Served>] = [
            .id(name), Attribute("name", name), Attribute("type", "file"), Attribute("accept", accepts.joined(separator: ",")),
            Attribute("required", "required"),
        ]
        return Node(.element("input", isVoid: true, attributes + described(describedBy, isWrong), []))
    }

    /// A form that sends a file. The token goes first, so that nothing is kept of a file without it.
    public static func upload(
        to path: PagePath, token: FormToken, _ attributes: [Attribute<Served>] = [], @NodeList<Served> _ content: () -> [Node]
    ) -> Node {
        form(to: path, token: token, [Attribute("enctype", "multipart/form-data")] + attributes, content)
    }

    /// What explains a field, and whether what it holds was refused.
    static func described(_ ids: [String], _ isWrong: Bool) -> [Attribute<Served>] {
        var attributes: [Attribute<Served>] = []
        if !ids.isEmpty { attributes.append(Attribute("aria-describedby", ids.joined(separator: " "))) }
        if isWrong { attributes.append(Attribute("aria-invalid", "true")) }
        return attributes
    }
}

extension Node where Kind == Served {
    /// A script of the same server: it runs once the page is there.
    public static func script(_ path: PagePath) -> Node {
        Node(.element("script", isVoid: false, [Attribute("src", path.text), Attribute("defer", "defer")], []))
    }
}

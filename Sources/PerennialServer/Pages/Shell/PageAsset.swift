import Charts
import Facts
import Markup

/// A file that pages fetch. Its path holds a fingerprint of its content, so that browsers may keep it for ever.
struct PageAsset: Sendable {
    let path: PagePath
    let mediaType: String
    let text: String

    init(name: String, ending: String, mediaType: String, text: String) {
        path = PagePath("assets", "\(name)-\(String(Fingerprint(text).value, radix: 36)).\(ending)")
        self.mediaType = mediaType
        self.text = text
    }

    /// How long browsers keep it.
    static let cacheControl = "public, max-age=31536000, immutable"

    /// Figures first: the pages' tokens give some of their colours other values.
    private static let sheet =
        StyleSheet.figures + PageStyle.tokens + PageStyle.base + PageStyle.layout + PageStyle.parts + PageStyle.forms + PageStyle.choices
        + PageStyle.home + PageStyle.profile + PageStyle.settings + PageStyle.rfm + PageStyle.phone + PageStyle.audience
        + PageStyle.builder + PageStyle.conflict

    /// The style of every page.
    static let style = PageAsset(
        name: "perennial", ending: "css", mediaType: "text/css; charset=utf-8",
        text: sheet.text)

    /// The picture of the browser's tab: a shoot with two leaves.
    static let icon = PageAsset(
        name: "perennial", ending: "svg", mediaType: "image/svg+xml",
        text: """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0072b2"/>\
            <path d="M16 27V14" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>\
            <path d="M16 17C9 17 6 13 6 7c7 0 10 4 10 10zM16 14c0-5 3-8 9-8 0 6-3 9-9 9z" fill="#fff"/></svg>
            """)

    /// All of them.
    static let all = [style, icon, builder]
}

import Foundation
import Markup
import Testing

@testable import PerennialServer

@Suite("The page of all components")
struct ComponentsTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/components.html")

    @Test("docs/components.html is what pages are made of now; it is written anew with PERENNIAL_WRITE=components")
    func current() throws {
        let page = ComponentsPage().html
        if ProcessInfo.processInfo.environment["PERENNIAL_WRITE"] == "components" { try Data(page.utf8).write(to: Self.file) }
        let written = try String(decoding: Data(contentsOf: Self.file), as: UTF8.self)
        #expect(written == page, "docs/components.html is older than the pages: run the tests once with PERENNIAL_WRITE=components")
    }

    @Test("It is well-formed, needs no server, and each of its ids stands once")
    func alone() {
        let page = ComponentsPage().html
        let read = ReadPage(page)
        #expect(read.error == nil && read.all("h1").count == 1)
        let ids = read.values(of: "id")
        #expect(Set(ids).count == ids.count)
        #expect(!page.contains("/assets/") && page.contains("<style>"))
        #expect(read.all("svg").count > 10)
    }
}

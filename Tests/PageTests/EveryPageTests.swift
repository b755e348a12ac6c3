import Facts
import Markup
import Testing
import Wording

@testable import PerennialServer

@Suite("Every page, in every state and language")
struct EveryPageTests {
    static let pages = Language.allCases.map { language in (language, Gallery.pages(Samples(language: language))) }

    @Test("Well-formed, with one heading of the first rank, a main part, and every id once")
    func wellFormed() {
        for (language, pages) in Self.pages {
            for page in pages {
                let read = ReadPage(page.html)
                #expect(read.error == nil, "\(page.name)")
                #expect(page.html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
                #expect(read.all("h1").count == 1 && read.all("main").count == 1, "\(page.name)")
                let ids = read.values(of: "id")
                #expect(Set(ids).count == ids.count, "\(page.name): an id stands twice")
                for reference in ["for", "aria-labelledby", "aria-describedby"] {
                    for id in read.values(of: reference).flatMap({ $0.split(separator: " ") }) {
                        #expect(ids.contains(String(id)), "\(page.name): \(reference)=\(id)")
                    }
                }
                #expect(read.brokenWords.isEmpty, "\(page.name): \(read.brokenWords)")
                #expect(!page.html.contains("  "), "\(page.name): two spaces")
            }
        }
    }

    @Test("Links lead to places of the page or to paths of the same server, and forms go there")
    func paths() {
        for (_, pages) in Self.pages {
            for page in pages {
                let read = ReadPage(page.html)
                let ids = Set(read.values(of: "id"))
                for address in read.values(of: "href") + read.values(of: "action") {
                    if address.hasPrefix("#") {
                        #expect(ids.contains(String(address.dropFirst())), "\(page.name): \(address)")
                    } else {
                        #expect(address.hasPrefix("/") && !address.hasPrefix("//") && !address.contains("\\"), "\(page.name): \(address)")
                    }
                }
            }
        }
    }

    @Test("Nothing runs, and the policy forbids it")
    func nothingRuns() {
        for (_, pages) in Self.pages {
            for page in pages {
                let read = ReadPage(page.html)
                // One page has a script: one file of this server, and nothing is written into the page.
                let scripts = read.all("script")
                #expect(scripts.count == (page.name.hasPrefix("builder") ? 1 : 0), "\(page.name)")
                for script in scripts { #expect(script.attributes["src"] == PageAsset.builder.path.text, "\(page.name)") }
                for element in ["iframe", "object", "embed", "base", "style", "img"] {
                    #expect(read.all(element).isEmpty, "\(page.name)")
                }
                for name in read.attributeNames {
                    #expect(!name.lowercased().hasPrefix("on") && !["style", "formaction", "ping", "srcset"].contains(name))
                }
            }
        }
        #expect(
            PageHeaders.contentSecurityPolicy
                == "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        )
        #expect(PageHeaders.policyWithScript == PageHeaders.contentSecurityPolicy + "; script-src 'self'; connect-src 'self'")
        #expect(PageHeaders.all.contains { $0.name == "Content-Security-Policy" && $0.value == PageHeaders.contentSecurityPolicy })
    }

    @Test("A form that is posted has its token, a field has its label, and a password tells browsers which one it is")
    func forms() {
        for (_, pages) in Self.pages {
            for page in pages {
                let read = ReadPage(page.html)
                let posted = read.all("form").count { $0.attributes["method"] == "post" }
                let tokens = read.all("input").filter { $0.attributes["name"] == FormToken.field }
                #expect(posted == tokens.count && tokens.allSatisfy { $0.attributes["value"]?.isEmpty == false }, "\(page.name)")
                let labelled = Set(read.values(of: "for"))
                for select in read.all("select") + read.all("textarea") {
                    #expect(labelled.contains(select.attributes["id"] ?? "–") || select.attributes["aria-label"] != nil, "\(page.name)")
                }
                for input in read.all("input") where input.attributes["type"] != "hidden" {
                    #expect(labelled.contains(input.attributes["id"] ?? "–"), "\(page.name)")
                    guard !["checkbox", "radio", "file"].contains(input.attributes["type"]) else { continue }
                    #expect(input.attributes["autocomplete"] != nil && input.attributes["maxlength"] != nil)
                    if input.attributes["type"] == "password" {
                        #expect(["current-password", "new-password"].contains(input.attributes["autocomplete"]))
                        #expect(input.attributes["value"] == nil)
                    }
                }
            }
        }
    }

    @Test("The languages share no heading but names")
    func headings() throws {
        let english = try #require(Self.pages.first { $0.0 == .en }?.1)
        for (language, pages) in Self.pages where language != .en {
            for (page, original) in zip(pages, english) {
                let same = Set(ReadPage(page.html).headings).intersection(ReadPage(original.html).headings)
                let names: Set = [
                    "Maison Linden", "Camille Laurent", "Segments", "Placed Order", "Online orders", "Ada Nowak", "Eve Martin",
                    "orders.csv", "Imports",
                    "Exports", "Low value", "Champions",
                ]
                #expect(same.subtracting(names).isEmpty, "\(language) \(page.name): \(same)")
            }
        }
    }

    @Test("Figures stand at two widths at least, with a title and a description", arguments: Language.allCases)
    func figures(language: Language) {
        let samples = Samples(language: language)
        let home = ReadPage(HomeView(frame: samples.frame(PagePaths.home), model: samples.home).html)
        #expect(home.all("figure").count == 3 && home.figures.count == 8)
        let profile = ReadPage(ProfileView(frame: samples.frame(nil), model: samples.profile).html)
        #expect(profile.all("figure").count == 3 && profile.figures.count == 6)
        for bar in home.all("svg") where bar.attributes["role"] != "img" { #expect(bar.attributes["aria-hidden"] == "true") }
    }

    @Test("The same model gives the same bytes, and pages stay small")
    func bytes() {
        let again = Gallery.pages(Samples(language: .pl))
        let first = Self.pages.first { $0.0 == .pl }?.1 ?? []
        #expect(again.map(\.html) == first.map(\.html))
        #expect(again.allSatisfy { $0.html.utf8.count < 200_000 })
    }

    @Test("Assets have paths that change with their content, and the style has no element in it")
    func assets() {
        #expect(Set(PageAsset.all.map(\.path)).count == PageAsset.all.count)
        for asset in PageAsset.all { #expect(asset.path.text.hasPrefix("/assets/")) }
        // The one address is the name of SVG's vocabulary.
        let style = PageAsset.style.text.replacing("http://www.w3.org/2000/svg", with: "")
        for sign in ["</", "@import", "http:", "https:", "//"] { #expect(!style.contains(sign), "\(sign)") }
        #expect(PageAsset.style.text.count { $0 == "{" } == PageAsset.style.text.count { $0 == "}" })
        #expect(ReadPage(PageAsset.icon.text).error == nil)
    }
}

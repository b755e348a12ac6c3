import Facts
import Foundation
import Markup
import Testing
import Wording

@testable import PerennialServer

@Suite("zwrite") struct ZWrite {
    @Test func write() throws {
        let dir = "/tmp/pages/www"
        try FileManager.default.createDirectory(atPath: dir + "/assets", withIntermediateDirectories: true)
        for asset in PageAsset.all { try asset.text.write(toFile: dir + asset.path.text, atomically: true, encoding: .utf8) }
        for language in Language.allCases {
            var s = Samples(language: language)
            if language == .pl { s.currency = .init(code: "PLN") ?? .none }
            for (name, html) in Gallery.pages(s) {
                try html.write(toFile: "\(dir)/\(name)-\(language.rawValue).html", atomically: true, encoding: .utf8)
            }
        }
    }
}

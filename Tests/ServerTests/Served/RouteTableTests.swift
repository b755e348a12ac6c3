import HTTPTypes
import Testing

@testable import PerennialServer

@Suite struct RouteTableTests {
    private func table(_ paths: String...) throws -> RouteTable {
        try RouteTable(paths.map { path in Route(.get, path, path, access: .open, answers: []) { _ in .empty } })
    }

    private func found(_ table: RouteTable, _ path: String) -> String? {
        guard case .found(let entry, let parameters) = table.match(.get, path[...]) else { return nil }
        return entry.route.path + parameters.pairs.map { " \($0.name)=\($0.value)" }.joined()
    }

    @Test func namesComeBeforeParametersAndBothAreTried() throws {
        let table = try table("/", "/a", "/a/{id}", "/a/b", "/a/{id}/c", "/a/b/d", "/{x}/z")
        #expect(found(table, "/") == "/")
        #expect(found(table, "/a") == "/a")
        #expect(found(table, "/a/") == "/a")
        #expect(found(table, "/a/b") == "/a/b")
        #expect(found(table, "/a/x") == "/a/{id} id=x")
        #expect(found(table, "/a/b/c") == "/a/{id}/c id=b")
        #expect(found(table, "/a/b/d") == "/a/b/d")
        #expect(found(table, "/a/z") == "/a/{id} id=z")
        #expect(found(table, "/q/z") == "/{x}/z x=q")
        #expect(found(table, "/a/%C5%81%2F") == "/a/{id} id=Ł/")
        for path in ["", "a", "//", "/a//", "/a//c", "/b", "/a/b/c/d", "/a/%zz", "/a/%00", "/A"] {
            #expect(found(table, path) == nil, "\(path)")
        }
    }

    @Test func twoRoutesAtOnePlaceClash() throws {
        #expect(throws: RouteTable.Clash.self) { try table("/a/{id}", "/a/{other}") }
    }

    @Test func theMethodsOfAPathAreKnown() throws {
        let table = try table("/a")
        guard case .otherMethods(let methods) = table.match(.post, "/a") else {
            Issue.record("not known")
            return
        }
        #expect(methods == [.get, .head])
        guard case .found = table.match(.head, "/a") else {
            Issue.record("HEAD is not answered")
            return
        }
    }
}

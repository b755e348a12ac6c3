import HTTPTypes
import Testing

@testable import PerennialServer

@Suite struct QueryTests {
    private let rules = QueryRules(
        fields: ["profile": ["id", "email", "location", "location.city", "location.zip"]],
        additionalFields: ["profile": ["subscriptions", "predictive_analytics"]], include: ["lists", "segments"],
        filter: FilterRules(.init("email", .text, .equals)), sort: ["created", "email"], page: .init(standard: 20, most: 100),
        parameters: [.init(name: "company_id", schema: .string(longest: 10))])
    private let cursors = CursorCoding(secret: [])

    private func read(_ text: String) throws -> Query {
        try rules.read(try QueryString(text), context: "/api/profiles", cursors: cursors)
    }

    @Test func everythingThatIsAllowedIsUnderstood() throws {
        let query = try read(
            "fields%5Bprofile%5D=email,location.city&additional-fields[profile]=predictive_analytics&include=lists,segments&sort=-created"
                + "&page[size]=5&filter=equals(email,%22a%2Bb@c.example%22)&company_id=X")
        #expect(query.fieldSet("profile").contains("email"))
        #expect(query.fieldSet("profile").contains("location"))
        #expect(query.fieldSet("profile").within("location") == FieldSet(["city"]))
        #expect(!query.fieldSet("profile").contains("id"))
        #expect(query.fieldSet("list").contains("anything"))
        #expect(query.asksFor(additional: "predictive_analytics", of: "profile"))
        #expect(!query.asksFor(additional: "subscriptions", of: "profile"))
        #expect(query.include == ["lists", "segments"])
        #expect(query.sort == Query.Sort(field: "created", isDescending: true))
        #expect(query.pageSize == 5)
        #expect(query.filter?.terms.first?.value == .text("a+b@c.example"))
        #expect(query["company_id"] == "X")
        #expect(try read("").pageSize == 20)
    }

    @Test(arguments: [
        ("fields[profile]=emial", "fields[profile]"), ("fields[list]=name", "fields[list]"), ("include=tags", "include"),
        ("sort=-", "sort"),
        ("sort=name", "sort"), ("page[size]=0", "page[size]"), ("page[size]=x", "page[size]"), ("page[size]=101", "page[size]"),
        ("page[number]=2", "page[number]"), ("filter=", ""), ("sort=email&sort=email", "sort"), ("company_id=12345678901", "company_id"),
        ("additional-fields[profile]=all", "additional-fields[profile]"), ("x=1", "x"), ("=1", ""), ("%ff=1", "%ff"),
    ])
    func whatIsNotAllowedIsNamed(_ text: String, _ parameter: String) throws {
        guard text != "filter=" else {
            #expect(try read(text).filter == nil)
            return
        }
        do {
            _ = try read(text)
            Issue.record("\(text) was accepted")
        } catch let error as APIError {
            #expect(error.status == .badRequest)
            #expect(error.errors[0].source == .parameter(parameter))
        }
    }

    @Test func theNumberOfParametersIsBounded() {
        #expect(throws: APIError.self) { try QueryString(String(repeating: "a=1&", count: 200)) }
    }

    @Test func percentSignsAreUndoneOnce() {
        #expect(PercentCoding.decode("a%20b%2Bc") == "a b+c")
        #expect(PercentCoding.decode("%2520") == "%20")
        #expect(PercentCoding.decode("a+b", plusIsSpace: true) == "a b")
        #expect(PercentCoding.decode("%C5%81") == "Ł")
        for wrong in ["%", "%2", "%zz", "%ff", "%00", "%C5"] { #expect(PercentCoding.decode(wrong) == nil) }
        #expect(PercentCoding.encode("a b/Ł") == "a%20b%2F%C5%81")
    }
}

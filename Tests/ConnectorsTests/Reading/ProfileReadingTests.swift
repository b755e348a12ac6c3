import Facts
import Foundation
import Testing

@testable import Connectors

/// Files of profiles.
@Suite("Reading profiles") struct ProfileReadingTests {
    /// All that was read of a text, and the file of rejected rows.
    private func read(
        _ text: String, name: String = "profiles.csv", consent: FileConsent? = nil, options: ReadingOptions = ReadingOptions()
    ) throws -> (batches: [ProfileBatch], report: RowReport, rejects: String) {
        let folder = try TemporaryFolder()
        let rejects = folder.path("rejects.csv")
        var reader = ProfileReader(options: options, consent: consent, rejects: try RejectSink(path: rejects))
        var batches: [ProfileBatch] = []
        try reader.readProfiles(path: try folder.write(name, text)) { batches.append($0) }
        let report = try reader.finish()
        return (batches, report, try String(contentsOfFile: rejects, encoding: .utf8))
    }

    /// Everybody in a line: who, since when, values, lists, consent.
    private func lines(_ batches: [ProfileBatch]) -> [String] {
        batches.flatMap { batch in
            batch.rows.indices.map { place in
                func when(_ moment: Int?) -> String { batch.seconds(moment).map { "\(Instant(secondsSince1970: Int64($0)))" } ?? "-" }
                var parts = batch.identities(of: place).map(\.text)
                if let created = batch.rows[place].created { parts.append("since \(when(created))") }
                for value in batch.values(of: place) {
                    let json = String(decoding: batch.json(of: value), as: UTF8.self)
                    switch batch.fields[batch.values[value].field] {
                    case .attribute(let name): parts.append("\(name)=\(json)")
                    case .location(let name): parts.append("location.\(name)=\(json)")
                    case .property(let name): parts.append("[\(name)]=\(json)")
                    }
                }
                parts += batch.memberships(of: place).map { "in \(batch.lists[$0.list]) \(when($0.joined))" }
                parts += batch.consents(of: place).map {
                    "\($0.channel) \($0.change) \(when($0.moment))\($0.address.map { " from \($0)" } ?? "")"
                }
                return parts.joined(separator: " ")
            }
        }
    }

    @Test("A row that brings a property more than the shop may have is rejected with its column; those that are known go on")
    func tooManyProperties() throws {
        let folder = try TemporaryFolder()
        let rejects = folder.path("rejects.csv")
        var reader = ProfileReader(options: ReadingOptions(), rejects: try RejectSink(path: rejects))
        reader.limitProperties(known: ["Points"], most: 2)
        var batches: [ProfileBatch] = []
        let first = try folder.write("one.csv", "email,Points,Shoe,Hat\na@x.com,1,,\nb@x.com,2,38,56\nc@x.com,3,39,\nd@x.com,4,40,57\n")
        let second = try folder.write("two.csv", "email,Points,Glove\ne@x.com,5,7\nf@x.com,6,\n")
        try reader.readProfiles(path: first) { batches.append($0) }
        try reader.readProfiles(path: second) { batches.append($0) }
        let report = try reader.finish()
        // The second row brought two names and is refused whole: the third may bring one of them.
        #expect(lines(batches) == ["a@x.com [Points]=1", "c@x.com [Points]=3 [Shoe]=39", "f@x.com [Points]=6"])
        #expect(report.rejected == [.tooManyProperties: 3])
        let text = try String(contentsOfFile: rejects, encoding: .utf8)
        #expect(text.contains("one.csv,3,Hat,a custom property more than the shop may have: 2 are the most"), "\(text)")
        #expect(text.contains("two.csv,2,Glove,"), "\(text)")
    }

    @Test("The plain form: attributes by their names, lists, the moment of creation, and typed properties for all the rest")
    func plain() throws {
        let text = """
            customer_id,email,country,list_newsletter,list_VIP,created_at,First Name,phone_number,zip,Points,Vegan,Birthday,Last visit,Tags,Code
            c1,A@X.com,PL,true,2024-02-01,2023-05-01T10:00:00Z,Ann,+48 601 234 567,00-950,12.50,TRUE,1990-01-31,2024-05-01 10:20:30,"[""a"", 1]",007
            c2,,,false,,,,,,,,,,,
            """
        let (batches, report, _) = try read(text)
        #expect(
            lines(batches) == [
                "c1 a@x.com +48601234567 since 2023-05-01T10:00:00Z location.country=\"PL\" first_name=\"Ann\" location.zip=\"00-950\" "
                    + "[Points]=12.50 [Vegan]=true [Birthday]=\"1990-01-31\" [Last visit]=\"2024-05-01T10:20:30Z\" [Tags]=[\"a\",1] "
                    + "[Code]=\"007\" in newsletter - in VIP 2024-02-01T00:00:00Z",
                "c2",
            ])
        #expect(report.files[0].dialect == "profiles" && report.rows == 2)
    }

    @Test("Klaviyo's export: labels, consent with its moment, suppressions")
    func klaviyo() throws {
        let text = """
            \u{FEFF}Email,Klaviyo ID,First Name,Last Name,Organization,Title,Phone Number,Address,Address 2,City,State / Region,Country,Zip Code,Email Marketing Consent,Email Marketing Consent Timestamp,Profile Created On,Email Suppressions,Historic Customer Lifetime Value
            a@x.com,01ABC,Ann,Nowak,Acme,Dr,'+48601234567,Main 1,,Warsaw,MZ,Poland,00950,SUBSCRIBED,2024-01-02 10:00:00,2023-01-01 00:00:00,[],120.5
            b@x.com,01ABD,,,,,,,,,,,,UNSUBSCRIBED,2024-02-02 10:00:00,2023-01-02 00:00:00,"['HARD_BOUNCE', 'UNSUBSCRIBE']",
            c@x.com,01ABE,,,,,,,,,,,,NEVER_SUBSCRIBED,,,,
            d@x.com,01ABF,,,,,,,,,,,,perhaps,,,,
            e@x.com,01ABG,,,,,,,,,,,,,,,ANGRY,
            """
        let (batches, report, rejects) = try read(text)
        #expect(
            lines(batches) == [
                "a@x.com +48601234567 since 2023-01-01T00:00:00Z [Klaviyo ID]=\"01ABC\" first_name=\"Ann\" last_name=\"Nowak\" "
                    + "organization=\"Acme\" title=\"Dr\" location.address1=\"Main 1\" location.city=\"Warsaw\" location.region=\"MZ\" "
                    + "location.country=\"Poland\" location.zip=\"00950\" [Historic Customer Lifetime Value]=120.5 "
                    + "email subscribed 2024-01-02T10:00:00Z",
                "b@x.com since 2023-01-02T00:00:00Z [Klaviyo ID]=\"01ABD\" email unsubscribed 2024-02-02T10:00:00Z email hardBounced - "
                    + "email unsubscribed -", "c@x.com [Klaviyo ID]=\"01ABE\"",
            ])
        #expect(report.rejected == [.consent: 2] && report.files[0].dialect == "Klaviyo profiles export")
        #expect(rejects.contains(",5,Email Marketing Consent,"))
    }

    private let mailchimp =
        "Email Address,First Name,Phone Number,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,CC,LEID,EUID,NOTES,TAGS"

    @Test("Mailchimp's files of subscribed members, by their names or by what is said")
    func mailchimpSubscribed() throws {
        let text =
            mailchimp + """

                a@x.com,Ann,01 23 45 67 89,2,2024-01-01 10:00:00,192.0.2.1,2024-01-02 10:00:00,192.0.2.2,FR,1,e1,,"\"\"vip\"\",\"\"blog\"\""
                b@x.com,,,3,2024-01-03 10:00:00,,,,,2,e2,,
                """
        let expected = [
            "a@x.com first_name=\"Ann\" [Phone Number]=\"01 23 45 67 89\" [MEMBER_RATING]=2 location.country=\"FR\" [LEID]=1 [EUID]=\"e1\" "
                + "[TAGS]=[\"vip\",\"blog\"] email subscribed 2024-01-02T10:00:00Z from 192.0.2.2",
            "b@x.com [MEMBER_RATING]=3 [LEID]=2 [EUID]=\"e2\" email subscribed 2024-01-03T10:00:00Z",
        ]
        let named = try read(text, name: "subscribed_email_audience_export_0a1b.csv")
        #expect(lines(named.batches) == expected)
        #expect(named.report.files[0].notes.contains { $0.text.contains("1 phone numbers") })
        #expect(lines(try read(text, consent: .subscribed).batches) == expected)
        let transactional = try read(text, name: "nonsubscribed_email_audience_export_0a1b.csv").batches
        #expect(lines(transactional).allSatisfy { !$0.contains("subscribed") })
        do {
            _ = try read(text)
            Issue.record("it was not asked")
        } catch let error as ReadingError {
            #expect(error.code == .needsAnswer && error.advice?.contains("--consent") == true)
        }
    }

    @Test("Mailchimp's files of people who left, and of dead addresses")
    func mailchimpOthers() throws {
        let left = mailchimp + ",UNSUB_TIME\na@x.com,,,2,,,,,,1,e1,,,2024-03-01 00:00:00\nb@x.com,,,2,,,,,,2,e2,,,\n"
        #expect(lines(try read(left).batches).map { $0.hasSuffix("email unsubscribed 2024-03-01T00:00:00Z") } == [true, false])
        let dead = mailchimp + ",CLEAN_TIME\na@x.com,,,2,,,,,,1,e1,,,2024-03-01 00:00:00\n"
        #expect(lines(try read(dead).batches)[0].hasSuffix("email hardBounced 2024-03-01T00:00:00Z"))
    }

    @Test("Rows of nobody and addresses that are none are rejected, whole")
    func rejected() throws {
        let text = "customer_id,email,Points\n,,3\nc1,not an address,4\nc2,a@,5\nc3,a@x.com,6\n-,,7\n"
        let (batches, report, rejects) = try read(text)
        #expect(lines(batches) == ["c3 a@x.com [Points]=6"])
        #expect(report.rejected == [.nobody: 2, .email: 2])
        #expect(rejects.contains(",3,email,no e-mail address: “not an address”"))
    }

    @Test("Dates that can be read in two ways wait for the one that decides, or are asked about")
    func openDates() throws {
        let rows = "customer_id,created_at\nc1,03/04/2024\nc2,25/12/2024\n"
        #expect(lines(try read(rows).batches)[0] == "c1 since 2024-04-03T00:00:00Z")
        #expect(throws: ReadingError.self) { try read("customer_id,created_at\nc1,03/04/2024\n") }
        #expect(throws: ReadingError.self) { try read("name,Points\nc1,3\n") }
    }

    @Test("Phone numbers are taken in international form alone")
    func phones() {
        func phone(_ text: String) -> String? {
            var text = text
            return text.withUTF8 { ProfileCell.phone(UnsafeRawBufferPointer($0)) }
        }
        #expect(phone("+48 601-234-567") == "+48601234567" && phone("'+1 (555) 010-0199") == "+15550100199")
        #expect(phone("601234567") == nil && phone("+48x") == nil && phone("+0123456789") == nil && phone("+1234567890123456") == nil)
    }
}

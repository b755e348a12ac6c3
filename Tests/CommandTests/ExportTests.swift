import Foundation
import Testing

@Suite("perennial export")
struct ExportTests {
    private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    private func shop(_ folder: URL) throws -> String {
        let data = folder.path + "/data"
        let orders = """
            email,order_id,ordered_at,value,currency
            ann@x.com,1,2025-01-02T10:00:00Z,1250.50,EUR
            ann@x.com,2,2025-02-02T10:00:00Z,49.50,EUR
            bob@x.com,3,2025-03-02T10:00:00Z,20.00,EUR

            """
        let profiles = """
            email,first_name,last_name,country,created_at,Note
            ann@x.com,"Ann ""the"" one",=1+1,FR,2024-12-01,"a;b"
            cara@x.com,Cara,,PL,2025-05-01,

            """
        for (kind, text) in [("orders", orders), ("profiles", profiles)] {
            let result = try Program.run(["import", kind, try write(text, "\(kind).csv", in: folder), "--data", data])
            #expect(result.status == 0, "\(result.words)")
        }
        return data
    }

    @Test("Chosen columns stand in their order; texts are quoted, and formulas are none")
    func columns() throws {
        try Program.withFolder { folder in
            let data = try shop(folder)
            let chosen = [
                "Email", "first_name", "last_name", "historic_clv", "average_order_value", "properties['Note']", "churn_probability",
            ]
            let result = try Program.run(["export", "profiles", "--data", data, "--columns"] + chosen)
            #expect(result.status == 0, "\(result.words)")
            #expect(
                result.output == """
                    email,first_name,last_name,historic_clv,average_order_value,Note,churn_probability\r
                    ann@x.com,"Ann ""the"" one",'=1+1,1300.00,650.00,a;b,\r
                    bob@x.com,,,20.00,20.00,,\r
                    cara@x.com,Cara,,,,,\r

                    """)
            #expect(result.words.contains("3 of 3 profiles"))
            let raw = try Program.run(["export", "profiles", "--data", data, "--raw", "--columns", "last_name"])
            // Many readers pass over an empty line, and would count too few.
            #expect(raw.output == "last_name\r\n=1+1\r\n\"\"\r\n\"\"\r\n")
        }
    }

    @Test("Excel gets semicolons, decimal commas and a byte order mark; others their own heads")
    func presets() throws {
        try Program.withFolder { folder in
            let data = try shop(folder)
            let file = folder.path + "/french.csv"
            let french = try Program.run([
                "export", "profiles", "--data", data, "--preset", "excel-fr", "--columns", "email", "historic_clv", "properties['Note']",
                "--output", file,
            ])
            #expect(french.status == 0, "\(french.words)")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            #expect(bytes.starts(with: Array("\u{FEFF}email;historic_clv;Note\r\nann@x.com;1300,00;\"a;b\"\r\n".utf8)))
            let klaviyo = try Program.run(["export", "profiles", "--data", data, "--preset", "klaviyo"])
            let head = klaviyo.output.split(separator: "\r\n").first.map(String.init) ?? ""
            #expect(head.contains("Email,") && head.contains("Churn Risk Prediction") && head.contains("Total Customer Lifetime Value"))
            let brevo = try Program.run(["export", "profiles", "--data", data, "--preset", "brevo"])
            #expect(brevo.output.hasPrefix("EMAIL;FIRSTNAME;LASTNAME;SMS;COUNTRY;HISTORIC_CLV"))
        }
    }

    @Test("As of a moment later orders do not count, nor who came later")
    func asOf() throws {
        try Program.withFolder { folder in
            let data = try shop(folder)
            let file = folder.path + "/out.csv"
            let result = try Program.run([
                "export", "profiles", "--data", data, "--as-of", "2025-02-02T10:00:00Z", "--columns", "email,historic_number_of_orders",
                "--output", file,
            ])
            #expect(result.status == 0, "\(result.words)")
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text == "email,historic_number_of_orders\r\nann@x.com,1\r\n")
        }
    }

    @Test("What is not there is said with what is near")
    func faults() throws {
        try Program.withFolder { folder in
            let data = try shop(folder)
            let column = try Program.run(["export", "profiles", "--data", data, "--columns", "historic_clw"])
            #expect(column.status == 64 && column.words.contains("historic_clv"), "\(column.words)")
            #expect(try Program.run(["export", "profiles", "--data", data, "--segment", "none"]).status == 66)
            #expect(try Program.run(["export", "profiles", "--data", folder.path + "/nowhere"]).status == 66)
            #expect(try Program.run(["export", "profiles", "--data", data, "--output", folder.path + "/no/out.csv"]).status == 73)
            #expect(try Program.run(["export", "profiles", "--data", data, "--as-of", "yesterday"]).status == 64)
        }
    }
}

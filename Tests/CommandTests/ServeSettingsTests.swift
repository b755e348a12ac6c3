import Foundation
import Testing

@Suite("How a server is told to run")
struct ServeSettingsTests {
    @Test("What --print-settings writes is a file of settings, remarks and quotation marks included")
    func settings() throws {
        try Program.withFolder { folder in
            let file = folder.appendingPathComponent("settings")
            let text = """
                # A remark.
                PERENNIAL_PORT=8123  # and one after a value
                PERENNIAL_DATA="/srv/a # b"\t# with marks
                PERENNIAL_HOST='127.0.0.2'
                PERENNIAL_PUBLIC_URL=https://value.example/#part
                """
            try text.write(to: file, atomically: true, encoding: .utf8)
            func printed() throws -> String {
                let result = try Program.run(["serve", "--settings", file.path, "--print-settings"])
                #expect(result.status == 0, "\(result.words)")
                return result.output
            }
            let first = try printed()
            for line in [
                "PERENNIAL_PORT=8123  # ", "PERENNIAL_DATA=\"/srv/a # b\"  # ", "PERENNIAL_HOST=127.0.0.2  # ",
                "PERENNIAL_PUBLIC_URL=https://value.example/#part  # ", "PERENNIAL_RATE_LIMITS=on  # usual",
            ] {
                #expect(first.contains(line), "\(first)")
            }
            try first.write(to: file, atomically: true, encoding: .utf8)
            #expect(try printed().replacing(file.path, with: "usual") == first.replacing(file.path, with: "usual"))
            try "PERENNIAL_HOST=\"half".write(to: file, atomically: true, encoding: .utf8)
            #expect(try Program.run(["serve", "--settings", file.path, "--print-settings"]).status == 78)
        }
    }

    @Test("A mail server is asked for in a form that is said, passwords are never shown, and links in mails need an address")
    func mail() throws {
        let base = ["serve", "--print-settings", "--mail-server", "smtp://post@mail.shop.example:587"]
        let shown = try Program.run(base, environment: ["PERENNIAL_MAIL_PASSWORD": "four yellow ducks"])
        #expect(shown.status == 0 && shown.output.contains("PERENNIAL_MAIL_PASSWORD=…  # environment"), "\(shown.words)")
        #expect(!shown.output.contains("duck") && shown.output.contains("smtp://…@mail.shop.example:587"))
        let from = ["--mail-from", "Shop <shop@example.com>"]
        let url = ["--public-url", "https://value.example"]
        for (arguments, words) in [
            (["--mail-server", "mail.shop.example"] + from + url, "begins with smtp:// or smtps://"),
            (["--mail-server", "smtp://post:duck@mail.example"] + from + url, "in PERENNIAL_MAIL_PASSWORD"),
            (["--mail-server", "smtp://mail.example:0"] + from + url, "from 1 to 65535"),
            (["--mail-server", "smtp://mail.example"] + url, "PERENNIAL_MAIL_FROM says whom mail is from"),
            (["--mail-server", "smtp://mail.example", "--mail-from", "Shop <shop>"] + url, "not \"Shop <shop>\""),
            (["--mail-server", "smtp://mail.example"] + from, "needs PERENNIAL_PUBLIC_URL"),
        ] {
            let result = try Program.run(["serve", "--port", "0", "--data", "/nowhere/to/be/made"] + arguments)
            #expect(result.status == 78 && result.words.contains(words) && !result.words.contains("duck"), "\(result.words)")
        }
    }

    @Test("A host that is none is said in words")
    func host() throws {
        try Program.withFolder { folder in
            let data = folder.appendingPathComponent("data").path
            let result = try Program.run(["serve", "--host", "banana.invalid", "--port", "0", "--data", data, "--log-level", "error"])
            #expect(result.status == 78 && result.words.contains("No address is known by the name banana.invalid"), "\(result.words)")
            let other = try Program.run(["serve", "--host", "192.0.2.77", "--port", "0", "--data", data, "--log-level", "error"])
            #expect(other.status == 78 && other.words.contains("no address of this machine"), "\(other.words)")
            // Nothing is left of a shop that was never served; one that was there stays.
            #expect(!FileManager.default.fileExists(atPath: data))
            #expect(try Program.run(["key", "create", "--data", data]).status == 0)
            _ = try Program.run(["serve", "--host", "192.0.2.77", "--port", "0", "--data", data, "--log-level", "error"])
            #expect(try Program.run(["key", "list", "--data", data]).status == 0 && FileManager.default.fileExists(atPath: data))
        }
    }

    @Test("A server at all addresses names one that can be opened, and says that it stops")
    func link() throws {
        try Program.withFolder { folder in
            let words = folder.appendingPathComponent("words")
            try Data().write(to: words)
            let process = Process()
            process.executableURL = Program.path
            process.arguments = ["serve", "--host", "0.0.0.0", "--port", "0", "--data", folder.appendingPathComponent("data").path]
            process.standardError = try FileHandle(forWritingTo: words)
            try process.run()
            func said() throws -> String { try String(contentsOf: words, encoding: .utf8) }
            for _ in 0..<6_000 where try !said().contains("/first-owner/") { usleep(20_000) }
            process.terminate()
            process.waitUntilExit()
            let text = try said()
            #expect(process.terminationStatus == 0 && text.contains("http://localhost:") && !text.contains("http://0.0.0.0"), "\(text)")
            #expect(text.contains("/first-owner/once_") && text.contains("stopping") && text.contains("stopped"))
        }
    }
}

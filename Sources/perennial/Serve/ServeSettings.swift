import ArgumentParser
import Facts
import Foundation
import Mail
import PerennialServer

/// How the server runs: from flags, else the environment, else a file, else as usual.
struct ServeSettings {
    /// A setting: its name in the environment and in files, what it was set to, and where.
    struct Entry {
        var name: String
        var value: String
        var source: String
    }

    /// Every setting by name, in the order in which they are documented.
    static let names = [
        "PERENNIAL_DATA", "PERENNIAL_HOST", "PERENNIAL_PORT", "PERENNIAL_PUBLIC_URL", "PERENNIAL_BEHIND_PROXY", "PERENNIAL_RATE_LIMITS",
        "PERENNIAL_LOG_LEVEL", "PERENNIAL_LOG_FORMAT", "PERENNIAL_MOST_CONNECTIONS", "PERENNIAL_EXPORT_FOLDER",
        "PERENNIAL_MAIL_SERVER", "PERENNIAL_MAIL_FROM", "PERENNIAL_MAIL_PASSWORD",
    ]

    private static let usual = [
        "PERENNIAL_DATA": "./perennial-data", "PERENNIAL_HOST": "127.0.0.1", "PERENNIAL_PORT": "8080", "PERENNIAL_BEHIND_PROXY": "auto",
        "PERENNIAL_RATE_LIMITS": "on", "PERENNIAL_LOG_LEVEL": "info", "PERENNIAL_LOG_FORMAT": "auto", "PERENNIAL_MOST_CONNECTIONS": "10000",
    ]

    /// Every setting with its value and where that came from.
    private(set) var entries: [Entry] = []

    /// Puts the settings together.
    ///
    /// - Parameters:
    ///   - flags: values given on the command line, by name of the setting.
    ///   - file: a file of `NAME=value` lines, as systemd's EnvironmentFile.
    init(flags: [String: String], file: String?, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        let fromFile = try file.map { try Self.read($0) } ?? [:]
        for name in Self.names {
            if let value = flags[name] {
                entries.append(Entry(name: name, value: value, source: "flag"))
            } else if let value = environment[name], !value.isEmpty {
                entries.append(Entry(name: name, value: value, source: "environment"))
            } else if let value = fromFile[name] {
                entries.append(Entry(name: name, value: value, source: file ?? "file"))
            } else if let value = Self.usual[name] {
                entries.append(Entry(name: name, value: value, source: "usual"))
            }
        }
    }

    /// The value of a setting.
    subscript(name: String) -> String? { entries.first { $0.name == name }?.value }

    private static func read(_ path: String) throws -> [String: String] {
        let bytes = try bytes(ofFile: path)
        var values: [String: String] = [:]
        for (number, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.isEmpty || text.hasPrefix("#") { continue }
            guard let equals = text.firstIndex(of: "=") else {
                throw Self.wrong("\(path), line \(number + 1): expected NAME=value, found \"\(visible(String(text.prefix(80))))\".")
            }
            let name = text[..<equals].trimmingCharacters(in: .whitespaces)
            guard names.contains(name) else {
                throw Self.wrong(
                    "\(path), line \(number + 1): there is no setting \(visible(name)). Settings: \(names.joined(separator: ", ")).")
            }
            guard let value = value(of: text[text.index(after: equals)...]) else {
                throw Self.wrong("\(path), line \(number + 1): a quotation mark has no counterpart, or more than a remark follows it.")
            }
            values[name] = value
        }
        return values
    }

    /// What stands after the equals sign, without quotation marks and without the remark after it, which begins with white space and `#`.
    private static func value(of text: Substring) -> String? {
        let text = text.trimmingCharacters(in: .whitespaces)
        if let mark = text.first, mark == "\"" || mark == "'" {
            let rest = text.dropFirst()
            guard let end = rest.firstIndex(of: mark) else { return nil }
            let after = rest[rest.index(after: end)...].trimmingCharacters(in: .whitespaces)
            return after.isEmpty || after.hasPrefix("#") ? String(rest[..<end]) : nil
        }
        if text.hasPrefix("#") { return "" }
        var previous: Character?
        for place in text.indices {
            if text[place] == "#", previous == " " || previous == "\t" { return text[..<place].trimmingCharacters(in: .whitespaces) }
            previous = text[place]
        }
        return text
    }

    static func wrong(_ words: String) -> ExitCode {
        say("Error: " + words)
        return ExitCode(ExitStatus.settings.rawValue)
    }

    /// The options of the server.
    func options() throws -> ServerOptions {
        var options = ServerOptions()
        options.host = self["PERENNIAL_HOST"] ?? options.host
        let port = self["PERENNIAL_PORT"] ?? ""
        guard let number = Int(port), (0...65_535).contains(number) else {
            throw Self.wrong("PERENNIAL_PORT is a number from 0 to 65535, not \"\(visible(port))\".")
        }
        options.port = number
        if let url = self["PERENNIAL_PUBLIC_URL"], !url.isEmpty {
            guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
                throw Self.wrong("PERENNIAL_PUBLIC_URL begins with https:// or http://, not \"\(visible(url))\".")
            }
            options.publicURL = url.hasSuffix("/") ? String(url.dropLast()) : url
        }
        switch self["PERENNIAL_BEHIND_PROXY"] ?? "auto" {
        case "auto": options.trustsNearProxy = options.publicURL != nil
        case "on": options.trustsProxy = true
        case "off": break
        case let other: throw Self.wrong("PERENNIAL_BEHIND_PROXY is auto, on or off, not \"\(visible(other))\".")
        }
        switch self["PERENNIAL_RATE_LIMITS"] ?? "on" {
        case "on": options.limitsRates = true
        case "off": options.limitsRates = false
        case let other: throw Self.wrong("PERENNIAL_RATE_LIMITS is on or off, not \"\(visible(other))\".")
        }
        let most = self["PERENNIAL_MOST_CONNECTIONS"] ?? ""
        guard let connections = Int(most), connections > 0 else {
            throw Self.wrong("PERENNIAL_MOST_CONNECTIONS is a number from 1 on, not \"\(visible(most))\".")
        }
        options.mostConnections = connections
        if let folder = self["PERENNIAL_EXPORT_FOLDER"], !folder.isEmpty {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
                FileManager.default.isWritableFile(atPath: folder)
            else {
                throw Self.wrong("PERENNIAL_EXPORT_FOLDER \(visible(folder)) is no folder that can be written to: make it first.")
            }
            guard !FileManager.default.fileExists(atPath: folder + "/perennial.db") else {
                throw Self.wrong("PERENNIAL_EXPORT_FOLDER \(visible(folder)) is a shop's own folder: name another.")
            }
            options.exportFolder = folder
        }
        options.mail = try mail(options.publicURL)
        return options
    }

    /// How mail is sent; `nil` where it is not.
    private func mail(_ publicURL: String?) throws -> MailOptions? {
        guard let address = self["PERENNIAL_MAIL_SERVER"], !address.isEmpty else { return nil }
        let server: MailServer
        do throws(MailServer.Fault) {
            server = try MailServer(address, password: self["PERENNIAL_MAIL_PASSWORD"])
        } catch {
            throw Self.wrong(error.words)
        }
        guard let from = self["PERENNIAL_MAIL_FROM"].flatMap({ MailAddress(parsing: $0) }) else {
            throw Self.wrong(
                "PERENNIAL_MAIL_FROM says whom mail is from, as \"Brume & Grain <shop@example.com>\", "
                    + (self["PERENNIAL_MAIL_FROM"].map { "not \"\(visible($0))\"." } ?? "and is missing."))
        }
        guard let publicURL else {
            throw Self.wrong(
                "PERENNIAL_MAIL_SERVER needs PERENNIAL_PUBLIC_URL: links in mails lead there, never to an address that a request names.")
        }
        return MailOptions(server: server, from: from, publicURL: publicURL)
    }

    /// Every setting in a line, with where it came from: the text of a file of settings, but for passwords, which are not shown.
    var text: String {
        entries.map { entry in
            let value = Self.secrets.contains(entry.name) ? "…" : Self.quoted(Self.redacted(entry.value))
            return "\(entry.name)=\(value)  # \(entry.source)"
        }.joined(separator: "\n")
    }

    private static let secrets: Set = ["PERENNIAL_MAIL_PASSWORD"]

    /// A value as a file of settings can hold it: within quotation marks where it would be read otherwise.
    private static func quoted(_ value: String) -> String {
        guard Self.value(of: value[...]) != value else { return value }
        return value.contains("\"") ? "'\(value)'" : "\"\(value)\""
    }

    /// A web address without a user's name and password.
    private static func redacted(_ value: String) -> String {
        guard let scheme = value.range(of: "://"), let at = value.firstIndex(of: "@"), at > scheme.upperBound else { return visible(value) }
        return visible(value[..<scheme.upperBound] + "…" + value[at...])
    }
}

extension MailServer.Fault {
    /// What is wrong with the setting, and what it looks like.
    fileprivate var words: String {
        let form = "PERENNIAL_MAIL_SERVER is smtp://user@host:587 or smtps://user@host:465"
        return switch self {
        case .scheme: "\(form): it begins with smtp:// or smtps://."
        case .host: "\(form): the name of the machine is missing, or holds what no name holds."
        case .port: "\(form): the port is a number from 1 to 65535."
        case .password: "\(form): the password is given by itself, in PERENNIAL_MAIL_PASSWORD; an @ in the user's name is written %40."
        }
    }
}

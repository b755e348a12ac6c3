import ArgumentParser

/// `perennial version`.
struct Version: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the version.")

    /// The version of the program, after semver.org.
    static let text = "0.1.0"

    func run() {
        print("perennial \(Self.text)")
    }
}

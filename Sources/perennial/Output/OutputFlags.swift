import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The forms in which results can be written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json
}

/// The flags that say where results go and in which form.
struct OutputFlags: ParsableArguments {
    @Option(help: ArgumentHelp("Write predictions to this file; it appears whole or not at all.", valueName: "file"))
    var output: String?

    @Option(help: "table, csv or json. By default csv with --output or when piped, else a table.")
    var format: OutputFormat?

    @Flag(help: "Write identifiers as they are, without the apostrophe that keeps spreadsheets from running them as formulas.")
    var raw = false

    /// The form to write.
    var chosenFormat: OutputFormat {
        format ?? (output != nil || isatty(STDOUT_FILENO) == 0 ? .csv : .table)
    }

    /// Opens the place of the results before any work is done, so that a wrong path is known at once.
    func open() throws -> OutputFile {
        guard let output else { return OutputFile() }
        do {
            return try OutputFile(path: output)
        } catch {
            throw error.exit
        }
    }
}

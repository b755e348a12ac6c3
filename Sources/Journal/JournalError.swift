/// Why the journal could not do something: the kind, and what was found in plain words.
public struct JournalError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Sendable, CaseIterable {
        /// Another process, or another part of this one, has the folder open.
        case inUse
        /// The file was written by a newer version of the program.
        case newerVersion
        /// The file is another program's.
        case notAJournal
        /// The content of the file is not what was written.
        case damaged
        /// The folder or a file cannot be created.
        case cannotCreate
        /// The file cannot be opened or may not be written.
        case notWritable
        /// There is no space left on the disk.
        case diskFull
        /// Reading or writing broke off.
        case readOrWriteFailed
        /// A file that was named is not there.
        case missing
        /// A write contradicts what the journal holds: a number given twice, a session of an unknown user.
        case contradiction
        /// The journal was closed before.
        case closed
    }

    /// The kind.
    public var code: Code
    /// What was found, and what to do where something can be done, in a sentence.
    public var message: String

    /// A failure.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }

    /// The exit code of a command that ends by this failure, by `sysexits.h`.
    public var exitCode: Int32 {
        switch code {
        case .missing: 66
        case .contradiction, .closed: 70
        case .cannotCreate, .notWritable: 73
        case .damaged, .diskFull, .readOrWriteFailed: 74
        case .inUse: 75
        case .newerVersion, .notAJournal: 78
        }
    }
}

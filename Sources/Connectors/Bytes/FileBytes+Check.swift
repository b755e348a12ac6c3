#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension ReadingError {
    /// Why a file cannot be read, as far as that shows without opening it: reading from a pipe must begin only once. `nil` where it can.
    public static func ofUnreadable(path: String) -> ReadingError? {
        guard path != "-" else { return nil }
        var status = stat()
        guard stat(path, &status) == 0, access(path, R_OK) == 0 else {
            return ReadingError(.inputMissing, file: path, "the file cannot be opened: \(FileBytes.text(ofError: errno))")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return ReadingError(.inputMissing, file: path, "this is a folder, not a file")
    }
}

import Foundation

/// The bytes of a file that somebody names.
///
/// - Throws: an exit that says why it cannot be read.
func bytes(ofFile path: String) throws -> Data {
    do {
        return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        let code = cause.map { Int32(clamping: $0.code) } ?? 0
        let why = cause?.domain == NSPOSIXErrorDomain && code > 0 ? String(cString: strerror(code)) : "\(error.localizedDescription)"
        throw failure(.noInput, "\(visible(path)) cannot be read: \(why).")
    }
}

public import Facts
import Foundation

extension ExchangeRates {
    /// Reads rates out of a text, such as one that was pasted: `date,from,to,rate`.
    public static func read(text: String) throws(ReadingError) -> ExchangeRates {
        // Read as every file is: through one that nobody else can read, and that is gone afterwards.
        var template = Array((NSTemporaryDirectory() + "/perennial-rates-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        let path = template.withUnsafeBufferPointer { String(decoding: $0.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) }
        guard descriptor >= 0 else {
            throw ReadingError(.outputFailed, "No temporary file can be made: \(String(cString: strerror(errno)))")
        }
        defer { unlink(path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(text.utf8))
        } catch {
            throw ReadingError(.outputFailed, "A temporary file cannot be written: \(error)")
        }
        return try read(path: path)
    }
}

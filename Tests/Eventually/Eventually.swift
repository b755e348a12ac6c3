/// What a test waited for did not come to be.
public struct NeverCame: Error, CustomStringConvertible {
    /// Which place waited.
    public let description: String
}

/// Waits until something holds that other threads see to.
///
/// It asks every ten milliseconds, and gives up late: a machine that does other things besides is slow, not wrong.
///
/// - Throws: ``NeverCame`` with the place that waited, and what the question throws.
public func eventually(
    minutes: Int = 2, isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line,
    _ isSo: () async throws -> Bool
) async throws {
    let start = ContinuousClock.now
    while start.duration(to: .now) < .seconds(60 * minutes) {
        if try await isSo() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    throw NeverCame(description: "\(file):\(line): what is waited for did not come to be within \(minutes) minutes")
}

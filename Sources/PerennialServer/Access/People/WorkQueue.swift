/// Lets a few pieces of work be done together that each take much memory or time, as passwords do on purpose; others stand in line, and beyond
/// a length of it are sent away.
actor WorkQueue {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private let longestLine: Int

    init(atOnce: Int, longestLine: Int = 100) {
        free = atOnce
        self.longestLine = longestLine
    }

    /// Does work when there is room; `nil` where too many wait.
    func perform<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
        if free > 0 {
            free -= 1
        } else {
            guard waiting.count < longestLine else { return nil }
            await withCheckedContinuation { waiting.append($0) }
        }
        defer { leave() }
        // Away from the threads that serve.
        return await Task.detached(priority: .utility) { work() }.value
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

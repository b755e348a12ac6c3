extension PageRequest {
    /// Waits a moment for what was saved to show, so that the page that follows tells of it. What takes longer is said there to be found out still.
    func settle(until isDone: () -> Bool) async {
        for _ in 0..<60 where !isDone() { try? await Task.sleep(for: .milliseconds(25)) }
    }
}

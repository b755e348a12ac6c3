import Dispatch
import Testing

@testable import Shop

@Suite("When earlier days are tried")
struct LookBackWaitTests {
    private let start = DispatchTime.now()

    private func after(_ seconds: Double) -> DispatchTime { start + seconds }

    @Test("Once nothing else was done for a while")
    func quiet() {
        var state = LookBackState()
        state.waitForQuiet(start)
        let answers = [1, LookBackState.quietSeconds - 1, LookBackState.quietSeconds].map { state.mayBegin(after($0)) }
        #expect(answers == [false, false, true])
    }

    @Test("What is done meanwhile puts it off, but not for ever")
    func busy() {
        var state = LookBackState()
        var began: Double?
        for second in stride(from: 0.0, to: 1_000, by: 10) where began == nil {
            state.waitForQuiet(after(second))
            if state.mayBegin(after(second)) { began = second }
        }
        #expect(began == LookBackState.longestWaitSeconds)
    }

    @Test("What is wanted next waits anew")
    func anew() {
        var state = LookBackState()
        state.waitForQuiet(start)
        _ = state.mayBegin(after(1))
        state.wanted = nil
        state.waitForQuiet(after(1_000))
        let mayBegin = state.mayBegin(after(1_001))
        #expect(!mayBegin)
    }
}

import Facts

/// What every profile has: when it came, and what became of it.
struct ProfileColumns: Sendable {
    /// What became of a profile.
    struct State: OptionSet, Sendable, Equatable {
        let rawValue: UInt8
        /// Another profile is this person now.
        static let merged = State(rawValue: 1)
        /// Everything was erased.
        static let erased = State(rawValue: 2)
        /// Objected to being profiled.
        static let objected = State(rawValue: 4)
        /// Its e-mail address is a marketplace's.
        static let masked = State(rawValue: 8)
    }

    private(set) var createdSeconds: ContiguousArray<UInt32> = []
    var updatedSeconds: ContiguousArray<UInt32> = []
    /// The last event of any metric; 0 without one.
    var lastEventSeconds: ContiguousArray<UInt32> = []
    var states: ContiguousArray<State> = []
    /// Where merged profiles went.
    private(set) var mergedInto: [ProfileNumber: ProfileNumber] = [:]
    /// Which profiles went into another.
    private(set) var mergedFrom: [ProfileNumber: [ProfileNumber]] = [:]
    private(set) var liveCount = 0

    var count: Int { createdSeconds.count }

    func contains(_ profile: ProfileNumber) -> Bool { profile.index < count }

    func isLive(_ profile: ProfileNumber) -> Bool {
        contains(profile) && states[profile.index].isDisjoint(with: [.merged, .erased])
    }

    /// Makes rows up to a profile.
    mutating func create(_ profile: ProfileNumber, seconds: UInt32) {
        while count <= profile.index {
            createdSeconds.append(seconds)
            updatedSeconds.append(seconds)
            lastEventSeconds.append(0)
            states.append([])
            liveCount += 1
        }
    }

    /// Notes that somebody was there at a moment: the earliest counts as that of creation.
    mutating func note(created seconds: UInt32, row: Int) { createdSeconds[row] = min(createdSeconds[row], seconds) }

    mutating func merge(_ from: ProfileNumber, into: ProfileNumber) {
        states[into.index].formUnion(states[from.index].intersection(.objected))
        states[from.index] = .merged
        mergedInto[from] = into
        let moved = [from] + (mergedFrom.removeValue(forKey: from) ?? [])
        for profile in moved { mergedInto[profile] = into }
        mergedFrom[into, default: []] += moved
        lastEventSeconds[into.index] = max(lastEventSeconds[into.index], lastEventSeconds[from.index])
        createdSeconds[into.index] = min(createdSeconds[into.index], createdSeconds[from.index])
        liveCount -= 1
    }

    /// Leaves out who came from a second on and did nothing before it.
    mutating func leaveOut(createdFrom second: UInt32) {
        for row in createdSeconds.indices where createdSeconds[row] >= second && lastEventSeconds[row] == 0 {
            guard states[row].isDisjoint(with: [.merged, .erased]) else { continue }
            states[row] = [.erased]
            liveCount -= 1
        }
    }

    mutating func erase(_ profile: ProfileNumber) {
        guard isLive(profile) else { return }
        states[profile.index] = [.erased]
        updatedSeconds[profile.index] = 0
        lastEventSeconds[profile.index] = 0
        liveCount -= 1
    }
}

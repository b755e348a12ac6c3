#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How many files and sockets the process may have open.
enum FileLimit {
    /// Raises the limit as far as it goes, and gives it.
    static func raise() -> Int {
        var limit = rlimit()
        #if canImport(Glibc)
            let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let kind = RLIMIT_NOFILE
        #endif
        guard getrlimit(kind, &limit) == 0 else { return 256 }
        var raised = limit
        // Beyond a million some systems say no.
        raised.rlim_cur = min(limit.rlim_max, 1 << 20)
        if raised.rlim_cur > limit.rlim_cur, setrlimit(kind, &raised) == 0 { limit = raised }
        return Int(clamping: limit.rlim_cur)
    }
}

import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the process itself uses, under the names that Prometheus' clients share.
enum ProcessFigures {
    static func write(to metrics: inout MetricsText, startedInSeconds: Int64) {
        var usage = rusage()
        #if canImport(Glibc)
            let isKnown = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0
        #else
            let isKnown = getrusage(RUSAGE_SELF, &usage) == 0
        #endif
        if isKnown {
            let user = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
            let system = Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
            metrics.single("process_cpu_seconds_total", .counter, "CPU time, user and system.", user + system)
        }
        if let bytes = residentBytes { metrics.single("process_resident_memory_bytes", .gauge, "Memory in use.", Double(bytes)) }
        if let count = openFiles { metrics.single("process_open_fds", .gauge, "Open files and sockets.", Double(count)) }
        metrics.single("process_start_time_seconds", .gauge, "When the server started, in seconds since 1970.", Double(startedInSeconds))
    }

    /// Linux says it in `/proc`; elsewhere it is left out.
    private static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    private static var openFiles: Int? {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count
    }
}

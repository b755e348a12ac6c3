/// Widths of bars that people can read.
enum RoundStep {
    /// 1, 2 or 5 times a power of ten, in whole major units where it is at least one.
    static func atLeast(_ wanted: Int64, minorUnitsPerMajor: Int64) -> Int64 {
        let wanted = max(1, wanted)
        var power: Int64 = wanted > minorUnitsPerMajor ? minorUnitsPerMajor : 1
        // Ends after nineteen rounds at most: the power grows tenfold.
        while power <= wanted / 10 { power *= 10 }
        for factor: Int64 in [1, 2, 5, 10] {
            let (step, overflows) = power.multipliedReportingOverflow(by: factor)
            if overflows || step >= wanted { return overflows ? wanted : step }
        }
        return wanted
    }
}

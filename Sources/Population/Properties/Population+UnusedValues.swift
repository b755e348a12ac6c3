extension Population {
    /// Values are not looked through before they take a gigabyte: small shops never wait for it.
    static let leastValueBytesToTidy = 1 << 30
    /// Short of what may be kept, so that room is made before anything is refused.
    private static let mostValueBytesToTidy = (3 << 30) - (256 << 20)

    /// Forgets values that nobody has any more: what was replaced stays in the dictionary otherwise, until it is full.
    ///
    /// It is looked through again when twice as much is there as was left.
    func forgetUnusedValues() {
        var kept = ValueDictionary()
        var numbers = [UInt32](repeating: 0, count: values.count + 1)
        let number = { [values] (code: UInt32) -> UInt32 in
            if numbers[Int(code)] == 0 { numbers[Int(code)] = kept.code(values.json(code)) }
            return numbers[Int(code)]
        }
        standard.renumber(number)
        custom.renumber(number)
        values = kept
        valueNumbering += 1
        let next = max(Self.leastValueBytesToTidy, 2 * kept.byteCount)
        // Where almost everything is in use, looking again would find nothing and take its time with every change.
        valueBytesToTidy = kept.byteCount < Self.mostValueBytesToTidy / 10 * 9 ? min(next, Self.mostValueBytesToTidy) : .max
    }
}

/// Columns padded to equal width: the first, and where told the last, to the left, the others to the right. The first row is the header.
func aligned(_ table: [[String]], leftLast: Bool = false) -> String {
    let columns = table.first?.count ?? 0
    let widths = (0..<columns).map { column in table.map { $0[column].count }.max() ?? 0 }
    var lines: [String] = []
    for (number, row) in table.enumerated() {
        let cells = row.enumerated().map { column, cell in
            let padding = String(repeating: " ", count: widths[column] - cell.count)
            return column == 0 || leftLast && column == columns - 1 ? cell + padding : padding + cell
        }
        var line = cells.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        lines.append(line)
        if number == 0 { lines.append(String(repeating: "─", count: widths.reduce(0, +) + 2 * (columns - 1))) }
    }
    return lines.joined(separator: "\n")
}

public import Facts

extension LocalizedFormat {
    /// A day: EN 31 Dec 2024, FR 31/12/2024, PL 31.12.2024.
    public func date(_ day: ShopDay) -> String {
        let (year, month, dayOfMonth) = day.civil
        switch language {
        case .en: return "\(dayOfMonth)\(Space.noBreak)\(monthName(month))\(Space.noBreak)\(year)"
        case .fr: return "\(two(dayOfMonth))/\(two(month))/\(year)"
        case .pl: return "\(two(dayOfMonth)).\(two(month)).\(year)"
        }
    }

    /// A moment on a clock: EN 31 Dec 2024, 14:05; FR 31/12/2024 à 14:05; PL 31.12.2024, 14:05.
    public func moment(_ day: ShopDay, minuteOfDay: Int) -> String {
        let minute = max(0, min(1_439, minuteOfDay))
        let clock = "\(two(minute / 60)):\(two(minute % 60))"
        return language == .fr ? "\(date(day)) à \(clock)" : "\(date(day)), \(clock)"
    }

    /// A calendar month: EN Jan 2024, FR janv. 2024, PL sty 2024.
    public func month(year: Int, month: Int) -> String { "\(monthName(month))\(Space.noBreak)\(year)" }

    /// The calendar month of a day.
    public func month(of day: ShopDay) -> String {
        let (year, month, _) = day.civil
        return self.month(year: year, month: month)
    }

    /// The short name of a month, 1 to 12.
    public func monthName(_ month: Int) -> String {
        let names: [String]
        switch language {
        case .en: names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        case .fr:
            names = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
        case .pl: names = ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"]
        }
        return names.indices.contains(month - 1) ? names[month - 1] : "–"
    }

    private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension Words {
    /// A duration in days: "95 days", "95 jours", "95 dni".
    public func days(_ days: Int) -> String { count(days, .days) }

    /// A duration in days in the genitive: "95 dni", "1 dnia".
    public func ofDays(_ days: Int) -> String { count(days, .ofDays) }

    /// Two amounts or numbers between which something lies, for cells of tables: "€10 – €20".
    public func shortRange(_ low: String, _ high: String) -> String { "\(low)\(Space.noBreak)– \(high)" }

    /// Two amounts or numbers between which something lies: "€10 to €20", "de 10 € à 20 €", "od 10 zł do 20 zł".
    public func range(_ low: String, _ high: String) -> String {
        text(en: "\(low) to \(high)", fr: "de \(low) à \(high)", pl: "od \(low) do \(high)")
    }
}

import Wording

extension SegmentWords {
    /// The heading over what belongs together: the same as in outlines.
    public var allHold: String {
        say(en: "All of these hold:", fr: "Toutes ces conditions sont remplies :", pl: "Spełnione są wszystkie warunki:")
    }

    /// The heading over what one is enough of.
    public var anyHolds: String {
        say(
            en: "At least one of these holds:", fr: "Au moins une de ces conditions est remplie :",
            pl: "Spełniony jest co najmniej jeden z warunków:")
    }

    /// The heading over what must not be.
    public var doesNotHold: String { say(en: "This does not hold:", fr: "Ceci n'est pas vrai :", pl: "To nie jest spełnione:") }

    /// After a condition: what was seen.
    public func saw(_ seen: String) -> String { say(en: "seen: \(seen)", fr: "constaté : \(seen)", pl: "stwierdzono: \(seen)") }

    /// After a condition: when time alone may change it.
    public func mayChange(_ when: String) -> String {
        say(en: "may change on \(when)", fr: "peut changer le \(when)", pl: "może się zmienić \(when)")
    }

    /// Whether somebody is in.
    public func isIn(_ isIn: Bool) -> String {
        isIn
            ? say(en: "is in the segment", fr: "fait partie du segment", pl: "należy do segmentu")
            : say(en: "is not in the segment", fr: "ne fait pas partie du segment", pl: "nie należy do segmentu")
    }

    /// Under who is in a segment: as of when that is said, as a moment is written.
    public func asOf(_ moment: String) -> String { say(en: "as of \(moment)", fr: "état au \(moment)", pl: "stan na \(moment)") }

    /// After it: by which model, and when that was made.
    public func byModel(_ id: String, fitted moment: String) -> String {
        say(en: "model \(id) fitted \(moment)", fr: "modèle \(id) ajusté le \(moment)", pl: "model \(id) dopasowany \(moment)")
    }

    /// In place of a model, or of an amount, where there is none.
    public var noPredictions: String { say(en: "no predictions", fr: "aucune prévision", pl: "brak prognoz") }
}

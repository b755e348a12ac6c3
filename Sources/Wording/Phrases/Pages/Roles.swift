extension Phrase {
    /// What somebody who signs in may do.
    public enum Role {
        package static let owner = Phrase(en: "Owner", fr: "Propriétaire", pl: "Właściciel")
        package static let manager = Phrase(en: "Manager", fr: "Gestionnaire", pl: "Menedżer")
        package static let analyst = Phrase(en: "Analyst (reads only)", fr: "Analyste (lecture seule)", pl: "Analityk (tylko odczyt)")
    }
}

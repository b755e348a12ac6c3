import Segments
import Wording

extension Words {
    /// What cannot be asked, and why.
    func fault(_ question: SegmentFault.Question) -> String {
        switch question {
        case .customObjects:
            return say(
                en: "There are no custom objects here.", fr: "Il n'y a pas d'objets personnalisés ici.",
                pl: "Nie ma tu obiektów własnych.")
        case .whatsApp:
            return say(en: "WhatsApp is not a channel here.", fr: "WhatsApp n'est pas un canal ici.", pl: "WhatsApp nie jest tu kanałem.")
        case .rcs: return say(en: "RCS is not a channel here.", fr: "RCS n'est pas un canal ici.", pl: "RCS nie jest tu kanałem.")
        case .gender:
            return say(
                en: "Nobody's gender is guessed here.", fr: "Le genre de personne n'est deviné ici.",
                pl: "Nie zgaduje się tu niczyjej płci.")
        case .channelAffinity:
            return say(
                en: "Which channel somebody answers to is not predicted here.",
                fr: "Le canal auquel quelqu'un répond n'est pas prévu ici.",
                pl: "Nie przewiduje się tu, na który kanał ktoś odpowiada.")
        case .firstStepMissing:
            return say(
                en: "The first step must have happened.", fr: "La première étape doit avoir eu lieu.", pl: "Pierwszy krok musiał nastąpić.")
        case .timeOfNoMembers:
            return say(
                en: "A time can be asked of members alone.", fr: "Une date d'entrée ne se demande que pour les membres.",
                pl: "O czas można pytać tylko w przypadku osób, które należą.")
        case .notOfModels:
            return say(
                en: "Of an RFM model, scores, groups and the date of their change can be asked alone.",
                fr: "D'un modèle RFM, on ne peut demander que les scores, les groupes et la date de leur changement.",
                pl: "W modelu RFM można pytać tylko o oceny, grupy i datę ich zmiany.")
        case .tooManyValues(let property, let mebibytes):
            let (property, size) = (quoted(property), format.number(mebibytes))
            return say(
                en: "The property \(property) has more different values than segments can keep (\(size) MiB over all properties).",
                fr: "La propriété \(property) a plus de valeurs différentes que les segments n'en gardent (\(size) Mio en tout).",
                pl: "Właściwość \(property) ma więcej różnych wartości, niż segmenty mogą przechować (\(size) MiB łącznie).")
        case .tooManyProperties(let most, let asked, let more, let example):
            let (most, asked, more) = (format.number(most), format.number(asked), format.number(more))
            let example = quoted(example)
            return say(
                en: "Segments ask for \(asked) of at most \(most) properties of events; \(more) more, such as \(example), are too many.",
                fr: "Les segments demandent \(asked) propriétés d'événements sur \(most) ; \(more) de plus, dont \(example), c'est trop.",
                pl: "Segmenty pytają o \(asked) z \(most) właściwości zdarzeń; jeszcze \(more), np. \(example), to za dużo.")
        case .noColumn(let name):
            let name = quoted(name)
            return say(
                en: "The property \(name) has no column.", fr: "La propriété \(name) n'a pas de colonne.",
                pl: "Właściwość \(name) nie ma kolumny.")
        case .notInJava:
            return say(
                en: "Java's regular expressions cannot say this one.", fr: "Les expressions régulières de Java n'ont pas celle-ci.",
                pl: "Wyrażenia regularne Javy nie mają takiego.")
        }
    }
}

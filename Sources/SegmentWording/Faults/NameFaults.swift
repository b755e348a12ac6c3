import Segments
import Wording

extension Words {
    /// What is named is not there.
    func fault(_ name: SegmentFault.Name) -> String {
        switch name {
        case .noProfileProperty(let name, let near):
            let (name, advice, example) = (
                quoted(name), advice(near), name.contains("[") ? "properties['Favorite Color']" : "properties['\(Words.cut(name))']"
            )
            return say(
                en: "\(name) is no property of every profile. Custom ones are written \(example). \(advice)",
                fr: "\(name) n'est pas une propriété de tous les profils. Les propriétés personnalisées s'écrivent \(example). \(advice)",
                pl: "\(name) nie jest właściwością każdego profilu. Niestandardowe pisze się \(example). \(advice)")
        case .noRFMModel(let name):
            let name = quoted(name)
            return say(en: "There is no RFM model \(name).", fr: "Il n'y a pas de modèle RFM \(name).", pl: "Nie ma modelu RFM \(name).")
        case .noGroup(let name, let near):
            let (name, advice) = (quoted(name), advice(near))
            return say(
                en: "There is no list and no segment named \(name). \(advice)",
                fr: "Aucune liste ni aucun segment ne s'appelle \(name). \(advice)",
                pl: "Nie ma listy ani segmentu o nazwie \(name). \(advice)")
        case .noGroupID(let id, let idOfName):
            let id = quoted(id)
            let text = say(
                en: "There is no list and no segment with the id \(id).", fr: "Aucune liste ni aucun segment n'a l'identifiant \(id).",
                pl: "Nie ma listy ani segmentu o identyfikatorze \(id).")
            guard let idOfName else { return text }
            return text + " "
                + say(
                    en: "One has that name: its id is \(idOfName).", fr: "Il en existe un de ce nom : son identifiant est \(idOfName).",
                    pl: "Jest jeden o tej nazwie: jego identyfikator to \(idOfName).")
        case .severalGroups(let name, let count, let ids):
            let (name, count, ids) = (quoted(name), format.number(count), ids.joined(separator: ", "))
            return say(
                en: "\(count) lists and segments are named \(name): name one by its id (\(ids)).",
                fr: "Plusieurs listes et segments (\(count)) s'appellent \(name) : donnez l'identifiant de l'un d'eux (\(ids)).",
                pl: "Nazwę \(name) ma więcej list i segmentów (\(count)): podaj identyfikator jednego z nich (\(ids)).")
        case .noPostalCodes(let country):
            let country = Words.cut(country)
            return say(
                en: "No places of postal codes are known of \(country): perennial places load takes a file of them.",
                fr: "Aucun lieu de code postal n'est connu pour \(country) : perennial places load en lit un fichier.",
                pl: "Nie są znane miejsca kodów pocztowych kraju \(country): plik z nimi wczytuje perennial places load.")
        case .noPostalCode(let code, let country, let known):
            let (code, country, known) = (quoted(code), Words.cut(country), format.number(known))
            return say(
                en: "The postal code \(code) is none of the \(known) that are known of \(country).",
                fr: "Le code postal \(code) n'est pas parmi les \(known) connus pour \(country).",
                pl: "Kodu pocztowego \(code) nie ma wśród \(known) znanych dla kraju \(country).")
        }
    }
}

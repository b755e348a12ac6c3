/// Common names of a language. Whoever really bears one of the combinations is not meant.
struct Names {
    let women: [String]
    let men: [String]
    let families: [String]

    /// A woman's or a man's first and last name.
    func draw(isWoman: Bool, _ dice: inout Dice) -> (first: String, last: String) {
        let first = dice.pick(isWoman ? women : men)
        let last = dice.pick(families)
        // Polish names that are adjectives follow the person.
        guard isWoman, last.hasSuffix("ski") || last.hasSuffix("cki") else { return (first, last) }
        return (first, last.dropLast() + "a")
    }

    /// The names of a locale: `fr-BE` has the French ones.
    static func of(locale: String) -> Names {
        switch locale.prefix(2) {
        case "de": german
        case "pl": polish
        case "nl": dutch
        case "es": spanish
        case "it": italian
        case "en": english
        default: french
        }
    }

    private static func words(_ text: String) -> [String] { text.split(separator: ",").map { $0.trimmingSpaces() } }

    private static let french = Names(
        women: words(
            "Camille, Léa, Manon, Chloé, Inès, Sarah, Émilie, Céline, Aurélie, Sophie, Nathalie, Isabelle, Françoise, Hélène, Zoé, Anaïs, Margaux, Maëlle"
        ),
        men: words(
            "Lucas, Hugo, Louis, Nathan, Théo, Clément, Jérôme, Sébastien, François, Benoît, Nicolas, Olivier, Loïc, Mathieu, Rémi, Gaël, André, Noé"
        ),
        families: words(
            "Martin, Bernard, Dubois, Thomas, Robert, Petit, Durand, Leroy, Moreau, Simon, Laurent, Lefèvre, Michel, Garcia, Roux, Fournier, "
                + "Girard, Bonnet, Lambert, Fontaine, Rousseau, Blanchard, Guérin, Müller, Chevalier, François, Legrand, Gauthier, Perrin, Béranger, "
                + "Le Gall, N'Diaye, Nguyen, Benali, Da Silva, Hébert"))

    private static let german = Names(
        women: words("Anna, Lena, Marie, Sophie, Katharina, Julia, Sabine, Petra, Jana, Leonie, Ursula, Käthe, Jördis, Franziska, Heike"),
        men: words("Lukas, Jonas, Finn, Jürgen, Thomas, Stefan, Andreas, Björn, Matthias, Götz, Paul, Felix, Jörg, Uwe, Tobias"),
        families: words(
            "Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch, Bauer, Richter, Klein, Wolf, "
                + "Schröder, Neumann, Krüger, Groß, Yılmaz, Köhler"))

    private static let polish = Names(
        women: words("Anna, Katarzyna, Małgorzata, Agnieszka, Barbara, Ewa, Zofia, Julia, Łucja, Magdalena, Joanna, Monika, Żaneta, Hanna"),
        men: words("Jan, Piotr, Krzysztof, Andrzej, Tomasz, Paweł, Michał, Łukasz, Marcin, Jakub, Mateusz, Wojciech, Stanisław, Grzegorz"),
        families: words(
            "Nowak, Kowalski, Wiśniewski, Wójcik, Kowalczyk, Kamiński, Lewandowski, Zieliński, Szymański, Woźniak, Dąbrowski, Kozłowski, Mazur, "
                + "Jankowski, Kwiatkowski, Krawczyk, Piotrowski, Grabowski, Pawłowski, Zając, Król, Wróbel, Potocki"))

    private static let dutch = Names(
        women: words("Emma, Sanne, Lotte, Anouk, Fleur, Femke, Marieke, Ingrid, Noor, Zoë, Eva, Maaike"),
        men: words("Daan, Sem, Bram, Jeroen, Pieter, Joost, Thijs, Wouter, Maarten, Ruben, Koen, Noël"),
        families: words(
            "de Jong, Jansen, de Vries, van den Berg, Bakker, van Dijk, Visser, Smit, Meijer, de Boer, Mulder, Bos, Vos, Peters, Hendriks, Maes, Claes"
        ))

    private static let spanish = Names(
        women: words("María, Lucía, Carmen, Sofía, Paula, Elena, Inés, Núria, Begoña, Rocío"),
        men: words("Antonio, José, Javier, Álvaro, Hugo, Andrés, Íñigo, Pablo, Sergio, Ramón"),
        families: words("García, Fernández, González, Rodríguez, López, Martínez, Sánchez, Pérez, Gómez, Núñez, Ibáñez, Muñoz, Castro, Rey")
    )

    private static let italian = Names(
        women: words("Giulia, Chiara, Francesca, Sofia, Elena, Martina, Alessia, Noemi, Lucia, Zoe"),
        men: words("Luca, Matteo, Marco, Alessandro, Andrea, Nicolò, Davide, Giovanni, Pietro, Elia"),
        families: words("Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, D'Angelo, Forlì, Conti, Galli"))

    private static let english = Names(
        women: words("Olivia, Amelia, Charlotte, Emily, Grace, Hannah, Sophie, Siobhán, Chloe, Zara, Megan, Ruth"),
        men: words("Oliver, George, Harry, James, William, Thomas, Callum, Seán, Daniel, Mohammed, Ethan, Owen"),
        families: words(
            "Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Patel, Wright, Walker, O'Connor, Hughes, Green, Lewis, Clarke, Khan"
        ))
}

extension StringProtocol {
    /// Without spaces before it.
    fileprivate func trimmingSpaces() -> String { String(drop { $0 == " " }) }
}

extension Phrase {
    /// From nothing to the first picture.
    public enum Welcome {
        package static let title = Phrase(en: "Set up your shop", fr: "Configurer votre boutique", pl: "Skonfiguruj swój sklep")
        package static let steps = Phrase(en: "Steps", fr: "Étapes", pl: "Kroki")
        package static let stepShop = Phrase(en: "1. Your shop", fr: "1. Votre boutique", pl: "1. Twój sklep")
        package static let stepData = Phrase(en: "2. Your orders", fr: "2. Vos commandes", pl: "2. Twoje zamówienia")
        package static let stepPicture = Phrase(en: "3. The first picture", fr: "3. La première image", pl: "3. Pierwszy obraz")
        package static let shopLead = Phrase(
            en: "Two minutes, and it can all be changed later.", fr: "Deux minutes, et tout peut être modifié plus tard.",
            pl: "Dwie minuty, a wszystko można później zmienić.")
        package static let onward = Phrase(en: "Continue", fr: "Continuer", pl: "Dalej")
        package static let skip = Phrase(en: "Later", fr: "Plus tard", pl: "Później")
        package static let fileTitle = Phrase(
            en: "Bring a file of orders", fr: "Importer un fichier de commandes", pl: "Wczytaj plik zamówień")
        package static let fileLead = Phrase(
            en: "The export of your shop's orders, of two years or more. You see how it is understood before anything counts.",
            fr:
                "L'export des commandes de votre boutique, sur deux ans ou plus. Vous voyez comment il est compris avant que rien ne compte.",
            pl:
                "Eksport zamówień Twojego sklepu z co najmniej dwóch lat. Zobaczysz, jak został zrozumiany, zanim cokolwiek zostanie policzone."
        )
        package static let apiTitle = Phrase(
            en: "Let a program send them", fr: "Laisser un programme les envoyer", pl: "Niech wysyła je program")
        package static let apiLead = Phrase(
            en: "The interface is Klaviyo's: an existing integration works when its host is changed to this server. It needs a key.",
            fr:
                "L'interface est celle de Klaviyo : une intégration existante fonctionne dès que son adresse pointe vers ce serveur. Il lui faut une clé.",
            pl: "Interfejs jest taki jak w Klaviyo: istniejąca integracja działa po zmianie adresu na ten serwer. Potrzebuje klucza.")
        package static let toKeys = Phrase(en: "Make a key", fr: "Créer une clé", pl: "Utwórz klucz")
        package static let demoTitle = Phrase(
            en: "Look at a demo shop first", fr: "Regarder d'abord une boutique de démonstration", pl: "Najpierw obejrzyj sklep pokazowy")
        package static let demoLead = Phrase(
            en:
                "A made-up shop with two years of orders. It lives in a folder of its own, so that nothing of it is ever among your customers. Whoever runs this server starts it with:",
            fr:
                "Une boutique inventée, avec deux ans de commandes. Elle vit dans son propre dossier : rien n'en vient jamais parmi vos clients. La personne qui exploite ce serveur la lance avec :",
            pl:
                "Zmyślony sklep z dwoma latami zamówień. Żyje we własnym folderze, więc nic z niego nigdy nie trafi do Twoich klientów. Osoba, która prowadzi ten serwer, uruchamia go poleceniem:"
        )
        package static let toImports = Phrase(en: "Bring a file", fr: "Importer un fichier", pl: "Wczytaj plik")
        package static let toWelcome = Phrase(
            en: "Set up the shop step by step", fr: "Configurer la boutique pas à pas", pl: "Skonfiguruj sklep krok po kroku")
    }
}

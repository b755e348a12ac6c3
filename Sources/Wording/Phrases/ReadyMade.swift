extension Phrase {
    /// Segments that are offered ready: what each is called, and in a sentence what it is for.
    public enum ReadyMade {
        package static let mondayList = Phrase(en: "Monday list", fr: "La liste du lundi", pl: "Lista na poniedziałek")
        package static let mondayListPurpose = Phrase(
            en:
                "The 100 customers with the most money at stake among those who are silent for longer than their own rhythm: write to them first.",
            fr:
                "Les 100 clients dont le montant en jeu est le plus élevé parmi ceux qui sont en retard sur leur rythme : écrivez-leur en premier.",
            pl:
                "100 klientów z najwyższą zagrożoną kwotą spośród tych, którzy są po przewidywanym terminie zamówienia: napisz do nich najpierw."
        )
        package static let overdue = Phrase(en: "Overdue", fr: "En retard sur leur rythme", pl: "Po przewidywanym terminie")
        package static let overduePurpose = Phrase(
            en: "Customers who are silent for longer than their own rhythm explains: remind them before they are gone.",
            fr: "Clients silencieux depuis plus longtemps que leur propre rythme ne l'explique : relancez-les avant qu'ils ne partent.",
            pl: "Klienci, których cisza trwa dłużej, niż wynika z ich własnego rytmu: przypomnij im o sobie, zanim odejdą.")
        package static let slippingVIPs = Phrase(en: "VIPs who slip away", fr: "VIP qui s'éloignent", pl: "Oddalający się VIP-y")
        package static let slippingVIPsPurpose = Phrase(
            en: "Customers who spent the most so far and are overdue: a personal message is worth the time.",
            fr: "Clients qui ont le plus dépensé et sont en retard sur leur rythme : un message personnel vaut la peine.",
            pl: "Klienci, którzy wydali najwięcej, a są po przewidywanym terminie: warto napisać do nich osobiście.")
        package static let vips = Phrase(en: "VIPs", fr: "VIP", pl: "VIP-y")
        package static let vipsPurpose = Phrase(
            en: "Customers with the greatest historic CLV: whoever enters gets a VIP welcome.",
            fr: "Clients à la valeur vie client historique la plus élevée : accueillez les nouveaux venus en VIP.",
            pl: "Klienci o najwyższej historycznej wartości życiowej (CLV): każdego, kto tu trafi, powitaj jak VIP-a.")
        package static let highTotalCLV = Phrase(en: "High total CLV", fr: "CLV totale élevée", pl: "Wysoka całkowita CLV")
        package static let highTotalCLVPurpose = Phrase(
            en: "What they spent and are expected to spend is together above what most customers reach.",
            fr: "Ce qu'ils ont dépensé et ce que l'on attend d'eux dépasse ensemble ce qu'atteignent la plupart des clients.",
            pl: "Ich dotychczasowe i oczekiwane wydatki razem przekraczają to, co osiąga większość klientów.")
        package static let likelyToSpend = Phrase(
            en: "Likely to spend within a year", fr: "Dépenses probables d'ici un an", pl: "Prawdopodobne wydatki w ciągu roku")
        package static let likelyToSpendPurpose = Phrase(
            en: "The fifth of customers of whom most is expected within a year: show them what is new and best.",
            fr: "Le cinquième des clients dont on attend le plus d'ici un an : montrez-leur vos nouveautés et vos meilleurs produits.",
            pl: "Jedna piąta klientów, od których w ciągu roku oczekuje się najwięcej: pokaż im nowości i najlepsze produkty.")
        package static let lowPredictedCLV = Phrase(en: "Low predicted CLV", fr: "CLV prévue faible", pl: "Niska przewidywana CLV")
        package static let lowPredictedCLVPurpose = Phrase(
            en: "Customers who will hardly buy again: win them back with a discount.",
            fr: "Clients qui ne rachèteront sans doute pas : tentez une reconquête avec une remise.",
            pl: "Klienci, którzy raczej już nie kupią: spróbuj odzyskać ich rabatem.")
        package static let lowPredictedCLVEngaged = Phrase(
            en: "Low predicted CLV, engaged", fr: "CLV prévue faible, mais engagés", pl: "Niska przewidywana CLV, ale zaangażowani")
        package static let lowPredictedCLVEngagedPurpose = Phrase(
            en: "Low predicted CLV, in the main list, and opened an e-mail in the last 90 days: a discount reaches them.",
            fr: "CLV prévue faible, inscrits à la liste principale, et un e-mail ouvert ces 90 derniers jours : une remise les atteindra.",
            pl: "Niska przewidywana CLV, na głównej liście, otwarty e-mail w ostatnich 90 dniach: rabat do nich dotrze.")
        package static let belowOneOrder = Phrase(
            en: "Expected to spend less than one order", fr: "Moins d'un panier moyen attendu", pl: "Oczekiwane mniej niż jedno zamówienie")
        package static let belowOneOrderPurpose = Phrase(
            en: "Expected to spend less within a year than an average order brings: a discount may push the next purchase.",
            fr: "On attend d'eux, d'ici un an, moins qu'un panier moyen : une remise peut déclencher le prochain achat.",
            pl: "W ciągu roku oczekuje się od nich mniej niż wartość średniego zamówienia: rabat może skłonić do zakupu.")
        package static let engagedSubscribers = Phrase(en: "Engaged subscribers", fr: "Abonnés engagés", pl: "Zaangażowani subskrybenci")
        package static let engagedSubscribersPurpose = Phrase(
            en: "In the main list, and opened an e-mail in the last 90 days: those who read what you send.",
            fr: "Inscrits à la liste principale, et un e-mail ouvert ces 90 derniers jours : ceux qui vous lisent.",
            pl: "Na głównej liście, otwarty e-mail w ostatnich 90 dniach: ci, którzy czytają to, co wysyłasz.")
        package static let premiumOrders = Phrase(en: "Premium orders", fr: "Paniers premium", pl: "Zamówienia premium")
        package static let premiumOrdersPurpose = Phrase(
            en: "An average order well above the usual: offer exclusive products and a personal service.",
            fr: "Un panier moyen nettement au-dessus de l'habitude : proposez des offres exclusives et un service personnalisé.",
            pl: "Średnia wartość zamówienia wyraźnie powyżej przeciętnej: zaproponuj ekskluzywną ofertę i osobistą obsługę.")
        package static let standardOrders = Phrase(en: "Standard orders", fr: "Paniers standard", pl: "Zamówienia standardowe")
        package static let standardOrdersPurpose = Phrase(
            en: "An average order between low and premium: offers that fit their habits raise it.",
            fr: "Un panier moyen entre faible et premium : des offres adaptées à leurs habitudes le font grandir.",
            pl: "Średnia wartość zamówienia między niską a premium: podniesie ją oferta dopasowana do nawyków.")
        package static let lowOrders = Phrase(en: "Low orders", fr: "Petits paniers", pl: "Małe zamówienia")
        package static let lowOrdersPurpose = Phrase(
            en: "A low average order with room to grow: sell complements, and ship for free from an amount on.",
            fr: "Un panier moyen faible, qui peut grandir : proposez des compléments et la livraison offerte à partir d'un montant.",
            pl: "Niska średnia wartość zamówienia, która może wzrosnąć: proponuj dodatki i darmową dostawę od określonej kwoty.")
        package static let ordersInTotal = Phrase(en: "Great total of orders", fr: "Total de commandes élevé", pl: "Wysoka suma zamówień")
        package static let ordersInTotalPurpose = Phrase(
            en: "All of their orders together are worth more than twice what begins to be a premium order.",
            fr: "Toutes leurs commandes réunies valent plus de deux fois le seuil d'un panier premium.",
            pl: "Wszystkie ich zamówienia razem są warte ponad dwa razy tyle, ile wynosi próg zamówienia premium.")
        package static let premiumRegulars = Phrase(
            en: "Premium orders, regularly", fr: "Paniers premium réguliers", pl: "Regularne zamówienia premium")
        package static let premiumRegularsPurpose = Phrase(
            en: "Premium orders, at least three of them, and more often than usual: the core of a VIP programme.",
            fr: "Des paniers premium, au moins trois, et plus souvent que d'habitude : le cœur d'un programme VIP.",
            pl: "Zamówienia premium, co najmniej trzy i częściej niż zwykle: trzon programu VIP.")
        package static let premiumQuiet = Phrase(
            en: "Premium orders, quiet now", fr: "Paniers premium, silencieux", pl: "Zamówienia premium, teraz cisza")
        package static let premiumQuietPurpose = Phrase(
            en: "Premium orders, more than one, but none for twice the usual time between two: invite them back.",
            fr: "Des paniers premium, plus d'un, mais plus aucun depuis deux fois l'intervalle habituel : invitez-les à revenir.",
            pl: "Zamówienia premium, więcej niż jedno, ale żadnego od dwukrotności zwykłej przerwy: zaproś ich ponownie.")
        package static let lowRegulars = Phrase(
            en: "Low orders, regularly", fr: "Petits paniers réguliers", pl: "Regularne małe zamówienia")
        package static let lowRegularsPurpose = Phrase(
            en: "They come back, but buy little each time: the best place to sell more.",
            fr: "Ils reviennent, mais achètent peu à chaque fois : le meilleur terrain pour vendre plus.",
            pl: "Wracają, ale za każdym razem kupują niewiele: tu najłatwiej sprzedać więcej.")
        package static let clvHigh = Phrase(en: "High predicted value", fr: "Valeur prévue élevée", pl: "Wysoka przewidywana wartość")
        package static let clvHighPurpose = Phrase(
            en: "The value that is expected of them within a year is high: treat them best.",
            fr: "La valeur attendue d'eux d'ici un an est élevée : soignez-les en priorité.",
            pl: "Oczekiwana od nich w ciągu roku wartość jest wysoka: o nich dbaj najbardziej.")
        package static let clvModerate = Phrase(
            en: "Moderate predicted value", fr: "Valeur prévue modérée", pl: "Umiarkowana przewidywana wartość")
        package static let clvModeratePurpose = Phrase(
            en: "The value that is expected of them is moderate: help them to become more valuable.",
            fr: "La valeur attendue d'eux est modérée : aidez-la à grandir.",
            pl: "Oczekiwana od nich wartość jest umiarkowana: pomóż jej wzrosnąć.")
        package static let clvLow = Phrase(en: "Low predicted value", fr: "Valeur prévue faible", pl: "Niska przewidywana wartość")
        package static let clvLowPurpose = Phrase(
            en: "The value that is expected of them is low: spend little on reaching them.",
            fr: "La valeur attendue d'eux est faible : limitez ce que vous dépensez pour les atteindre.",
            pl: "Oczekiwana od nich wartość jest niska: nie wydawaj wiele na docieranie do nich.")
        package static let likelihoodHigh = Phrase(
            en: "High purchase likelihood", fr: "Probabilité d'achat élevée", pl: "Wysokie prawdopodobieństwo zakupu")
        package static let likelihoodHighPurpose = Phrase(
            en: "They will likely buy again: no discount is needed.",
            fr: "Ils rachèteront probablement : inutile de leur offrir une remise.",
            pl: "Prawdopodobnie kupią ponownie: rabat nie jest potrzebny.")
        package static let likelihoodModerate = Phrase(
            en: "Moderate purchase likelihood", fr: "Probabilité d'achat modérée", pl: "Umiarkowane prawdopodobieństwo zakupu")
        package static let likelihoodModeratePurpose = Phrase(
            en: "They may buy again: a message can tip the balance.",
            fr: "Ils rachèteront peut-être : un message peut faire pencher la balance.",
            pl: "Być może kupią ponownie: wiadomość może przeważyć szalę.")
        package static let likelihoodLow = Phrase(
            en: "Low purchase likelihood", fr: "Probabilité d'achat faible", pl: "Niskie prawdopodobieństwo zakupu")
        package static let likelihoodLowPurpose = Phrase(
            en: "They will hardly buy again: win them back, or let them go.",
            fr: "Ils ne rachèteront sans doute pas : tentez la reconquête, ou laissez-les partir.",
            pl: "Raczej już nie kupią: spróbuj ich odzyskać albo odpuść.")
        package static let newCustomers = Phrase(en: "New customers", fr: "Nouveaux clients", pl: "Nowi klienci")
        package static let newCustomersPurpose = Phrase(
            en: "They bought for the first time a short while ago, and are not classed yet: make them welcome.",
            fr: "Leur premier achat est trop récent pour les classer : souhaitez-leur la bienvenue.",
            pl: "Kupili po raz pierwszy niedawno i nie mają jeszcze klasy: powitaj ich.")
        package static let neverPurchased = Phrase(en: "Never purchased", fr: "Jamais acheté", pl: "Nigdy nie kupili")
        package static let neverPurchasedPurpose = Phrase(
            en: "Profiles without any order.", fr: "Profils sans aucune commande.", pl: "Profile bez żadnego zamówienia.")
        package static let potentialCustomers = Phrase(en: "Potential customers", fr: "Clients potentiels", pl: "Potencjalni klienci")
        package static let potentialCustomersPurpose = Phrase(
            en: "They agreed to your e-mails and have not bought yet: lead them to the first order.",
            fr: "Ils ont accepté vos e-mails et n'ont pas encore acheté : menez-les à la première commande.",
            pl: "Zgodzili się na e-maile, a jeszcze nie kupili: zachęć ich do pierwszego zamówienia.")
        package static let recentCustomers = Phrase(en: "Recent customers", fr: "Clients récents", pl: "Niedawni klienci")
        package static let recentCustomersPurpose = Phrase(
            en: "They ordered in the last 30 days: thank them, ask for a review, show what goes with it.",
            fr: "Ils ont commandé ces 30 derniers jours : remerciez-les, demandez un avis, montrez ce qui va avec.",
            pl: "Zamówili w ostatnich 30 dniach: podziękuj, poproś o opinię, pokaż, co do tego pasuje.")
        package static let firstTimeCustomers = Phrase(
            en: "First-time customers", fr: "Clients d'une seule commande", pl: "Klienci z jednym zamówieniem")
        package static let firstTimeCustomersPurpose = Phrase(
            en: "They ordered exactly once: the second order is the one that keeps them.",
            fr: "Ils ont commandé une seule fois : c'est la deuxième commande qui fidélise.",
            pl: "Zamówili dokładnie raz: to drugie zamówienie zatrzymuje klienta.")
        package static let firstOrderFollowUp = Phrase(
            en: "After the first order", fr: "Après la première commande", pl: "Po pierwszym zamówieniu")
        package static let firstOrderFollowUpPurpose = Phrase(
            en: "Their only order is from the last 30 days: invite them to the second while they remember you.",
            fr: "Leur seule commande date de ces 30 derniers jours : invitez-les à la deuxième tant qu'ils se souviennent de vous.",
            pl: "Ich jedyne zamówienie jest z ostatnich 30 dni: zaproś do drugiego, póki o tobie pamiętają.")
        package static let repeatCustomers = Phrase(en: "Repeat customers", fr: "Clients qui reviennent", pl: "Powracający klienci")
        package static let repeatCustomersPurpose = Phrase(
            en: "They ordered at least twice: they know you, and listen.",
            fr: "Ils ont commandé au moins deux fois : ils vous connaissent et vous écoutent.",
            pl: "Zamówili co najmniej dwa razy: znają cię i słuchają.")
        package static let lapsedCustomers = Phrase(en: "Lapsed customers", fr: "Clients perdus de vue", pl: "Utraceni klienci")
        package static let lapsedCustomersPurpose = Phrase(
            en: "They bought before, but nothing in the last eight months: a last reason to come back.",
            fr: "Ils ont acheté autrefois, mais plus rien depuis huit mois : donnez-leur une dernière raison de revenir.",
            pl: "Kupowali, ale od ośmiu miesięcy nic: daj im ostatni powód do powrotu.")
        package static let needsOrders = Phrase(
            en: "There are no orders yet.", fr: "Il n'y a pas encore de commandes.", pl: "Nie ma jeszcze zamówień.")
        package static let needsPredictions = Phrase(
            en: "There are too few data for predictions yet.", fr: "Il n'y a pas encore assez de données pour prévoir.",
            pl: "Danych do prognoz jest jeszcze za mało.")
        package static let needsList = Phrase(
            en: "There is no list yet.", fr: "Il n'y a pas encore de liste.", pl: "Nie ma jeszcze żadnej listy.")
        package static let needsEmailOpens = Phrase(
            en: "It is not known yet who opens e-mails (metric Opened Email).",
            fr: "On ne sait pas encore qui ouvre les e-mails (indicateur Opened Email).",
            pl: "Nie wiadomo jeszcze, kto otwiera e-maile (metryka Opened Email).")
    }
}

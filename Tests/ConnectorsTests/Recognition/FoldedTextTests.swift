import Facts
import Testing

@testable import Connectors

@Suite("Folded text")
struct FoldedTextTests {
    @Test(
        "case, diacritics, punctuation and word borders do not matter",
        arguments: [
            ("Email (Billing)", "email billing"), ("billing.email", "billing email"), ("billing_email", "billing email"),
            ("\u{FEFF}\"Adres e-mail\"", "adres email"), ("E-Mail", "email"), ("eMail", "email"), ("InvoiceNo", "invoice no"),
            ("CustomerID", "customer id"), ("Order #", "order number"), ("N° de commande", "n de commande"), ("Zamówienie", "zamowienie"),
            ("ZAMÓWIENIE", "zamowienie"), ("Wartość (zł)", "wartosc zl"), ("Numéro", "numero"), ("Nume\u{0301}ro", "numero"),
            ("Date d\u{2019}achat", "date d achat"), ("Cœur", "coeur"), ("Straße", "strasse"), ("  ", ""),
            ("Lineitem name", "lineitem name"),
            ("Quantity (- Refund)", "quantity refund"), ("Łącznie", "lacznie"), ("Ødegård", "odegard"),
        ])
    func folded(text: String, folded: String) {
        #expect(FoldedText.fold(text) == folded)
    }

    @Test("near names are found, far ones are not")
    func nearest() {
        let header = ["order_id", "custmer_email", "total", "created_at"]
        #expect(NearestColumns.of("customer_email", among: header) == ["custmer_email"])
        #expect(NearestColumns.of("totla", among: header) == ["total"])
        #expect(NearestColumns.of("date", among: header).isEmpty)
        #expect(NearestColumns.of("", among: header).isEmpty)
        #expect(NearestNames.distance("kitten", "sitting") == 3)
        #expect(NearestNames.distance("abcd", "abdc") == 1)
        #expect(NearestNames.distance("", "abc") == 3)
    }
}

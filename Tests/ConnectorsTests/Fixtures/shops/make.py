#!/usr/bin/env python3
"""Writes the shop files of this folder and expected.json, what is truly in them.

    python3 make.py

Everything is drawn from fixed seeds: running it again changes no byte. Truth is added up from the orders before they are
written, never read back from the files. People, e-mails and shops are made up.
"""
import csv
import io
import json
import random
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
EXPECTED = []

PEOPLE = {
    "fr": ["Hélène Lefèvre", "Noël Garçon", "Zoé Brûlé", "Anaïs Forêt", "Loïc Prévôt", "Éloïse Dubœuf", "Jean Müller", "Inès Côté"],
    "pl": ["Łukasz Żółć", "Świętosława Dąb", "Paweł Gęś", "Małgorzata Źrebiec", "Józef Ćwik", "Zażółć Jaźń", "Bożena Kłos", "Jan Nowak"],
    "en": ["Ada Smith", "Grace O'Neil", "Alan \"Al\" Young", "Mary Jones, PhD", "Tom Brown", "Eve White", "Ken Black", "Sue Green"],
}
ASCII = str.maketrans("éèêëàâçîïôöûüùœñłżźćńśąęóÉŁŻŹĆŚ'\",", "eeeeaaciioouuuonlzzcnsaeoELZZCS___")


class Shop:
    """The orders of one file, drawn and counted."""

    def __init__(self, seed, language, zone, count, statuses, currencies=("EUR",), cents=True):
        self.random = random.Random(seed)
        self.zone = ZoneInfo(zone)
        self.zone_name = zone
        people = PEOPLE[language]
        self.customers = []
        for index in range(max(12, count // 3)):
            name = people[index % len(people)]
            address = name.translate(ASCII).lower().replace(" ", ".").replace("_", "") + f"{index}@example.com"
            self.customers.append((name, address))
        self.orders = []
        # Between seven in the morning and ten at night: never within an hour that clocks skip or repeat.
        moment = datetime(2023, 1, 4, 9, 12, 5)
        for number in range(count):
            moment += timedelta(days=self.random.choice([0, 1, 2, 3, 5, 9]))
            moment = moment.replace(hour=self.random.randrange(7, 22), minute=self.random.randrange(60), second=self.random.randrange(60))
            name, address = self.random.choice(self.customers)
            amount = self.random.choice([990, 1995, 2450, 4900, 12_345, 123_450, 250_000]) + self.random.randrange(100 if cents else 1)
            self.orders.append({
                "number": 1001 + number, "at": moment, "name": name, "email": address, "minor": amount,
                "currency": self.random.choice(currencies), "status": self.random.choice(statuses), "refunded": 0, "date_only": False,
            })
        self.orders.sort(key=lambda order: (order["at"], order["number"]))

    def write_as(self, order):
        """The e-mail as this order has it: people type capitals and spaces, they stay one customer."""
        return self.random.choice([order["email"], order["email"], order["email"].capitalize(), f" {order['email']}"])

    def expect(self, file, meanings, shows, dialect, encoding, separator, options=None, **more):
        kept, counts = [], Counter()
        refunds, refunded = 0, Counter()
        for order in self.orders:
            meaning = meanings[order["status"]]
            if order.get("cancelled"):
                meaning = "cancelled"
            if order.get("test"):
                meaning = "ignored"
            if meaning in ("cancelled", "ignored"):
                counts[meaning] += 1
            elif not order["email"]:
                counts["without_customer"] += 1
            else:
                kept.append(order)
                given_back = order["refunded"] or (order["minor"] if meaning == "refunded" else 0)
                if given_back:
                    refunds += 1
                    refunded[order["currency"]] += given_back
        revenue = Counter()
        for order in kept:
            revenue[order["currency"]] += order["minor"]
        moments = [order["at"].replace(tzinfo=self.zone) for order in kept]
        EXPECTED.append({
            "file": file, "shows": shows, "dialect": dialect, "encoding": encoding, "separator": separator,
            "options": {"time_zone": self.zone_name, **(options or {})},
            "orders": len(kept), "cancelled": counts["cancelled"], "ignored": counts["ignored"],
            "without_customer": counts["without_customer"], "zero_value": sum(order["minor"] == 0 for order in kept),
            "customers": len({order["email"] for order in kept}), "revenue_minor_units": dict(sorted(revenue.items())),
            "refunds": refunds, "refunded_minor_units": dict(sorted(refunded.items())),
            "first_order_seconds_since_1970": int(min(moments).timestamp()),
            "last_order_seconds_since_1970": int(max(moments).timestamp()), **more,
        })


def table(rows, separator=",", quoting=csv.QUOTE_MINIMAL, newline="\r\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=quoting, lineterminator=newline).writerows(rows)
    return out.getvalue()


def save(file, text, encoding):
    (HERE / file).write_bytes(text.encode(encoding))


def decimal(minor, mark, group=""):
    whole, cents = divmod(minor, 100)
    return f"{whole:,}".replace(",", group) + f"{mark}{cents:02d}"


def refuse(file, shows, reason):
    EXPECTED.append({"file": file, "shows": shows, "refused": reason})


def woocommerce_fr():
    meanings = {"Terminée": "paid", "En cours": "paid", "Annulée": "cancelled", "Remboursée": "refunded", "En attente": "ignored",
                "Échouée": "ignored"}
    shop = Shop(11, "fr", "Europe/Paris", 120, ["Terminée"] * 8 + list(meanings))
    rows = [["Numéro de commande", "Statut de la commande", "Date de commande", "Note du client", "Prénom (facturation)",
             "Nom (facturation)", "E-mail (facturation)", "Téléphone (facturation)", "Titre du mode de paiement", "Frais de port",
             "Montant total de la commande", "Montant remboursé"]]
    for order in shop.orders:
        order["at"] = order["at"].replace(second=0)
        if order["status"] == "Terminée" and shop.random.random() < 0.06:
            order["refunded"] = order["minor"] // 4
        if order["status"] == "Remboursée":
            order["refunded"] = order["minor"]
        first, last = order["name"].split(" ", 1)
        rows.append([order["number"], order["status"], order["at"].strftime("%d/%m/%Y %H:%M"), "Livrer à l’étage ; sonner deux fois",
                     first, last, shop.write_as(order), "01 02 03 04 05", "Carte de crédit", "4,90", decimal(order["minor"], ","),
                     decimal(order["refunded"], ",") if order["refunded"] else ""])
    save("woocommerce-fr.csv", table(rows, ";"), "windows-1252")
    shop.expect("woocommerce-fr.csv", meanings, "French WooCommerce export: decimal comma, day first, French statuses, partial refunds",
                "wooCommerce", "windows-1252", ";", {"currency": "EUR"})


def prestashop_fr():
    meanings = {"Paiement accepté": "paid", "Livré": "paid", "En cours de préparation": "paid", "Annulé": "cancelled",
                "Remboursé": "refunded", "Erreur de paiement": "ignored", "En attente de virement bancaire": "ignored"}
    shop = Shop(12, "fr", "Europe/Paris", 90, ["Livré"] * 8 + list(meanings))
    rows = [["customer_email", "order_id", "ordered_at", "value", "currency", "status", "valid", "shipping", "value_without_tax",
             "shipping_without_tax"]]
    for index, order in enumerate(shop.orders):
        # An account that was deleted leaves its orders behind.
        if index % 15 == 7 and meanings[order["status"]] == "paid":
            order["email"] = ""
        rows.append([order["email"], order["number"], order["at"].strftime("%Y-%m-%d %H:%M:%S"), f"{order['minor'] / 100:.6f}",
                     order["currency"], order["status"], int(meanings[order["status"]] == "paid"), "5.900000",
                     f"{order['minor'] / 120:.6f}", "4.916667"])
    save("prestashop-sql-fr.csv", table(rows, ";", csv.QUOTE_ALL, "\n"), "utf-8")
    shop.expect("prestashop-sql-fr.csv", meanings, "Result of the SQL query in PrestaShop: six decimals, all quoted, deleted accounts",
                "prestaShop", "utf-8", ";")
    listing = [["ID", "Référence", "Nouveau client", "Livraison", "Client", "Total", "Paiement", "État", "Date"]]
    for order in shop.orders[:40]:
        short = order["name"][0] + ". " + order["name"].split(" ", 1)[1]
        listing.append([order["number"], f"REF{order['number']}", "Non", "France", short, decimal(order["minor"], ",") + " €", "Chèque",
                        order["status"], order["at"].strftime("%d/%m/%Y %H:%M:%S")])
    save("prestashop-liste-fr.csv", table(listing, ";"), "utf-8")
    refuse("prestashop-liste-fr.csv", "PrestaShop's own order list: customers by name only", "SQL Manager")


def shoper_pl():
    meanings = {"Zrealizowane": "paid", "Wysłane": "paid", "W trakcie realizacji": "paid", "Anulowane przez klienta": "cancelled",
                "Oczekuje na płatność": "ignored", "Zwrócone": "refunded"}
    shop = Shop(13, "pl", "Europe/Warsaw", 110, ["Zrealizowane"] * 7 + list(meanings), ("PLN",))
    rows = [["Numer zamówienia", "Data złożenia", "Status", "Klient", "E-mail", "Wartość zamówienia", "Koszt dostawy", "Płatność"]]
    for order in reversed(shop.orders):
        rows.append([order["number"], order["at"].strftime("%Y-%m-%d %H:%M:%S"), order["status"], order["name"], shop.write_as(order),
                     decimal(order["minor"], ",", "\u00a0") + " zł", "12,99 zł", "Przelewy24"])
    save("shoper-pl.csv", table(rows, ";"), "windows-1250")
    shop.expect("shoper-pl.csv", meanings, "Polish shop: newest first, amounts such as 1 234,50 zł with no-break spaces, currency by sign",
                "shoper", "windows-1250", ";")


def baselinker_pl():
    meanings = {"Wysłane": "paid", "Dostarczone": "paid", "Do wysłania": "paid", "Anulowane": "cancelled", "Nieopłacone": "ignored",
                "Zwroty": "refunded"}
    shop = Shop(14, "pl", "Europe/Warsaw", 130, ["Wysłane"] * 8 + list(meanings), ("PLN", "PLN", "PLN", "EUR", "CZK"))
    rows = [["Nr zamówienia", "Data złożenia", "Status", "Źródło", "Login", "E-mail", "Imię i nazwisko", "Kwota", "Waluta",
             "Koszt przesyłki", "Zapłacono", "Uwagi"]]
    for order in shop.orders:
        source = shop.random.choice(["Allegro", "Sklep internetowy", "eBay"])
        rows.append([order["number"], order["at"].strftime("%d.%m.%Y %H:%M:%S"), order["status"], source,
                     "Client:" + str(order["number"] % 40), order["email"], order["name"], decimal(order["minor"], ","), order["currency"],
                     "9,99", decimal(order["minor"], ","), "proszę o kontakt; \"pilne\"\nprzed 15:00"])
    save("baselinker-pl.csv", table(rows, ";"), "utf-8-sig")
    shop.expect("baselinker-pl.csv", meanings, "Polish order manager: byte order mark, dates with points, three currencies, quoted newlines",
                "baseLinker", "utf-8", ";")


def excel_pl():
    months = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split()
    meanings = {"opłacone": "paid", "wysłane": "paid", "anulowane": "cancelled", "zwrócone": "refunded", "nieopłacone": "ignored"}
    shop = Shop(15, "pl", "Europe/Warsaw", 80, ["opłacone"] * 6 + list(meanings), ("PLN",))
    rows = [["Nr zamówienia", "Data zamówienia", "Imię i nazwisko", "Adres e-mail", "Kwota brutto (zł)", "Stan"]]
    for order in shop.orders:
        order["at"] = order["at"].replace(hour=0, minute=0, second=0)
        day = order["at"]
        rows.append([order["number"], f"{day.day} {months[day.month - 1]} {day.year}", order["name"], order["email"],
                     decimal(order["minor"], ","), order["status"]])
    save("excel-pl.csv", table(rows, ";"), "iso-8859-2")
    shop.expect("excel-pl.csv", meanings, "A hand-made table: Polish month names, days without time, currency in the header",
                "generic", "iso-8859-2", ";")


def shopify():
    meanings = {"paid": "paid", "partially_refunded": "paid", "refunded": "refunded", "pending": "ignored", "voided": "cancelled"}
    shop = Shop(16, "en", "America/New_York", 150, ["paid"] * 12 + ["partially_refunded", "refunded", "pending", "voided"], ("USD",))
    header = ("Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,"
              "Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,"
              "Billing Name,Notes,Note Attributes,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags,Risk Level,Source").split(",")
    rows, sources, records = [header], Counter(), 0
    for order in reversed(shop.orders):
        kind = shop.random.random()
        order["source"] = "web" if kind < 0.7 else "pos" if kind < 0.82 else "subscription_contract_checkout_one" if kind < 0.94 else "580111"
        order["cancelled"] = order["status"] in ("paid", "refunded") and shop.random.random() < 0.05
        # Only orders that count lose their e-mail or their price, so that no total depends on which is looked at first.
        if order["status"] == "paid" and not order["cancelled"]:
            if order["source"] == "pos" and shop.random.random() < 0.5:
                order["email"] = ""
            elif shop.random.random() < 0.05:
                order["minor"] = 0
        if order["status"] == "partially_refunded":
            order["refunded"] = order["minor"] // 3
        if order["status"] == "refunded":
            order["refunded"] = order["minor"]
        at = order["at"].replace(tzinfo=shop.zone).strftime("%Y-%m-%d %H:%M:%S %z")
        lines = shop.random.choice([1, 1, 2, 3])
        records += lines
        cells = {
            "Name": f"#{order['number']}", "Email": order["email"], "Financial Status": order["status"], "Paid at": at, "Currency": "USD",
            "Subtotal": decimal(max(0, order["minor"] - 500), "."), "Shipping": "5.00", "Taxes": "0.00",
            "Total": decimal(order["minor"], "."), "Created at": at, "Billing Name": order["name"],
            "Notes": "Leave at the door,\nring twice" if order["number"] % 9 == 0 else "",
            "Note Attributes": "gift: \"yes\"\r\nwrap: red" if order["number"] % 11 == 0 else "",
            "Cancelled at": at if order["cancelled"] else "", "Payment Method": "shopify_payments",
            "Refunded Amount": decimal(order["refunded"], "."), "Id": str(5_000_000_000 + order["number"]),
            "Tags": "Subscription, Subscription Recurring Order" if order["source"].startswith("subscription") else "", "Risk Level": "Low",
            "Source": order["source"],
        }
        for line in range(lines):
            item = {"Lineitem quantity": "1", "Lineitem name": "Mug, 12\" tall" if line else "Tea \"Earl\", 100 g", "Lineitem price": "9.95",
                    "Vendor": "Made Up", "Name": cells["Name"], "Email": cells["Email"], "Created at": at}
            rows.append([({**cells, **item} if line == 0 else item).get(name, "") for name in header])
    save("shopify.csv", table(rows, newline="\n"), "utf-8")
    for order in shop.orders:
        kept = order["email"] and not order["cancelled"] and meanings[order["status"]] in ("paid", "refunded")
        name = {"web": "web", "pos": "pos", "580111": "other"}.get(order["source"], "subscription")
        sources[name] += bool(kept)
    shop.expect("shopify.csv", meanings, "Several lines an order with the total on the first, offsets, refunds, cancelled, POS guests without "
                "e-mail, renewals, free orders, quoted newlines", "shopify", "utf-8", ",", rows=records,
                orders_by_source=dict(sorted(sources.items())))


def uci(file, header, date_format, customer_suffix, seed, shows):
    rng = random.Random(seed)
    rows, moment = [header], datetime(2010, 12, 1, 8, 26)
    revenue = refunded = without = set_aside = refunds = 0
    customers, orders, moments = set(), 0, []
    for index in range(60):
        moment += timedelta(hours=rng.randrange(1, 40))
        moment = moment.replace(hour=8 + moment.hour % 10, second=0)
        customer = f"{17850 + rng.randrange(20)}{customer_suffix}" if rng.random() > 0.1 else ""
        credit = index % 12 == 5 and customer
        invoice = f"{'C' if credit else ''}{536365 + index}"
        total = 0
        for line in range(rng.randrange(1, 6)):
            quantity = -rng.randrange(1, 4) if credit else rng.randrange(1, 25)
            pence = rng.choice([255, 339, 275, 85, 1275])
            code = rng.choice(["85123A", "71053", "84406B", "POST"])
            if not credit and line > 0 and rng.random() < 0.06:
                pence = 0
            if customer and pence == 0:
                set_aside += 1
            total += quantity * pence
            rows.append([invoice, code, "WHITE HANGING HEART, \"T-LIGHT\"", quantity,
                         date_format(moment), f"{pence / 100:.2f}".rstrip("0").rstrip("."), customer, "United Kingdom"])
            without += not customer
        if not customer:
            continue
        if credit:
            refunds += 1
            refunded -= total
            customers.add(customer)
        else:
            orders += 1
            revenue += total
            customers.add(customer)
            moments.append(moment.replace(tzinfo=ZoneInfo("Europe/London")))
    save(file, table(rows), "utf-8")
    EXPECTED.append({
        "file": file, "shows": shows, "dialect": "onlineRetail", "encoding": "utf-8", "separator": ",",
        "options": {"time_zone": "Europe/London"}, "rows": len(rows) - 1, "orders": orders, "cancelled": 0, "ignored": 0,
        "rows_without_customer": without, "lines_set_aside": set_aside, "zero_value": 0,
        "customers_with_orders_or_refunds": len(customers), "revenue_minor_units": {"GBP": revenue}, "refunds": refunds,
        "refunded_minor_units": {"GBP": refunded}, "first_order_seconds_since_1970": int(min(moments).timestamp()),
        "last_order_seconds_since_1970": int(max(moments).timestamp()),
    })


def woocommerce_analytics():
    shop = Shop(18, "en", "UTC", 40, ["completed"], ("USD",))
    rows = [["Date", "Order #", "Status", "Customer", "Customer type", "Payment method", "Product(s)", "Items sold", "Coupon(s)", "Net sales",
             "Attribution"]]
    for order in shop.orders:
        rows.append([order["at"].strftime("%Y-%m-%d %H:%M:%S"), order["number"], "completed", order["name"], "returning", "Card", "1× Mug", 1,
                     "", decimal(order["minor"], "."), "Direct"])
    save("woocommerce-analytics.csv", table(rows), "utf-8")
    refuse("woocommerce-analytics.csv", "Download of WooCommerce Analytics: customers by name only", "Email (Billing)")


def utf16():
    meanings = {"completed": "paid", "cancelled": "cancelled", "on-hold": "ignored"}
    shop = Shop(19, "en", "Europe/London", 70, ["completed"] * 6 + ["cancelled", "on-hold"], ("GBP",))
    rows = [["E-mail", "Order No", "Order Date", "Order Total", "Currency", "Status"]]
    for order in shop.orders:
        order["at"] = order["at"].replace(second=0)
        rows.append([order["email"], order["number"], order["at"].strftime("%d/%m/%Y %H:%M"), decimal(order["minor"], ".", ","), "GBP",
                     order["status"]])
    save("excel-unicode-text.txt", table(rows, "\t"), "utf-16")
    shop.expect("excel-unicode-text.txt", meanings, "Excel's \"Unicode text\": UTF-16 with tabs; English header, so the day's place shows only "
                "after some rows", "generic", "utf-16le", "\t")


def latin9():
    meanings = {"payée": "paid", "livrée": "paid", "annulée": "cancelled", "remboursée": "refunded"}
    shop = Shop(20, "fr", "Europe/Paris", 60, ["livrée"] * 5 + list(meanings))
    rows = [["Courriel", "N° de commande", "Date", "Montant", "État", "Nom"]]
    for order in shop.orders:
        order["at"] = order["at"].replace(hour=0, minute=0, second=0)
        rows.append([order["email"], order["number"], order["at"].strftime("%d.%m.%Y"), decimal(order["minor"], ",", " ") + " €",
                     order["status"], order["name"]])
    save("iso-8859-15-fr.csv", table(rows, ";"), "iso-8859-15")
    shop.expect("iso-8859-15-fr.csv", meanings, "The euro sign of ISO-8859-15 (0xA4) is the only thing that names the currency",
                "generic", "iso-8859-15", ";")


def spreadsheet_stub():
    (HERE / "orders.xlsx").write_bytes(b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(64)))
    refuse("orders.xlsx", "The first bytes of an Excel workbook", "CSV")


woocommerce_fr()
prestashop_fr()
shoper_pl()
baselinker_pl()
excel_pl()
shopify()
uci("online-retail.csv", "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country".split(","),
    lambda m: f"{m.month}/{m.day}/{m:%y} {m.hour}:{m:%M}", "", 21,
    "UCI layout of 2011: month first with two-digit years, C invoices, lines without customer or price")
uci("online-retail-ii.csv", "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country".split(","),
    lambda m: m.strftime("%Y-%m-%d %H:%M:%S"), ".0", 22, "UCI layout of 2019: ISO times, customers such as 17850.0")
woocommerce_analytics()
utf16()
latin9()
spreadsheet_stub()
(HERE / "expected.json").write_text(json.dumps({"files": EXPECTED}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

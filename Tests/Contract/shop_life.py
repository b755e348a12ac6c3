"""A shop of seven hundred customers: who ordered what when, what was given back, cancelled, joined, erased. The same for the same day."""
import csv
import random
from datetime import datetime, time, timedelta, timezone

SEED = 20250101
CUSTOMERS = 700
DAYS = 540


class Shop:
    """What happened (`orders`, `refunds`, `cancelled`, `merges`, `erased`), and what must be known afterwards."""

    def __init__(self, today):
        """`today` is the day of the test: the last orders are a few days old."""
        self.random = random.Random(SEED)
        self.start = datetime.combine(today, time(0), timezone.utc) - timedelta(days=DAYS)
        self.orders, self.refunds = [], []
        for customer in range(CUSTOMERS):
            self._live(f"customer{customer:03d}@shop.example.com")
        self._refund()
        self.cancelled = {order["id"] for order in self.random.sample(self.orders, 40)} - {refund["order"] for refund in self.refunds}
        emails = [f"customer{n:03d}@shop.example.com" for n in self.random.sample(range(CUSTOMERS), 50)]
        # Twenty people ordered under two addresses; ten want to be forgotten.
        self.merges = {emails[2 * n + 1]: emails[2 * n] for n in range(20)}
        self.erased = set(emails[40:])

    def _live(self, email):
        """Orders of one customer: at random while they are customers, about as Pareto/NBD has it."""
        draw = self.random
        day = draw.uniform(0, DAYS - 30)
        leaves = day + draw.expovariate(1 / draw.choice([20, 120, 400, 2000]))
        gap = draw.choice([12, 25, 45, 90, 180])
        level = draw.lognormvariate(3.6, 0.5)
        while day < min(leaves, DAYS - 3):
            moment = self.start + timedelta(days=int(day), seconds=draw.randrange(8 * 3600, 20 * 3600))
            cents = max(100, round(level * draw.lognormvariate(0, 0.35) * 100))
            self.orders.append({"id": f"o{len(self.orders):05d}", "email": email, "at": moment, "cents": cents})
            day += draw.expovariate(1 / gap)

    def _refund(self):
        """Seven in a hundred orders are given back in part, two in full, up to three weeks later."""
        for order in self.random.sample(self.orders, len(self.orders) * 9 // 100):
            cents = order["cents"] if len(self.refunds) % 9 < 2 else max(1, order["cents"] * self.random.randrange(10, 60) // 100)
            moment = min(order["at"] + timedelta(hours=self.random.randrange(2, 500)), self.start + timedelta(days=DAYS - 2))
            moment = max(moment, order["at"] + timedelta(minutes=5))
            self.refunds.append({"id": f"r{len(self.refunds):04d}", "order": order["id"], "email": order["email"], "at": moment, "cents": cents})

    def person(self, email):
        """Who an address belongs to in the end; None if they were erased."""
        email = self.merges.get(email, email)
        return None if email in self.erased else email

    def write(self, folder, currency):
        """The same orders and refunds as files for `analyze`. Gives their paths."""
        orders, refunds = folder / "orders.csv", folder / "refunds.csv"
        with open(orders, "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["customer_id", "order_id", "ordered_at", "value", "currency"])
            for order in sorted(self.orders, key=lambda order: (order["at"], order["id"])):
                if order["id"] not in self.cancelled and self.person(order["email"]):
                    rows.writerow([self.person(order["email"]), order["id"], stamp(order["at"]), amount(order["cents"]), currency])
        with open(refunds, "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["customer_id", "refund_id", "refunded_at", "value", "currency", "order_id"])
            for refund in self.refunds:
                if self.person(refund["email"]):
                    rows.writerow([self.person(refund["email"]), refund["id"], stamp(refund["at"]), amount(refund["cents"]), currency, refund["order"]])
        return orders, refunds


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def amount(cents):
    return f"{cents // 100}.{cents % 100:02d}"

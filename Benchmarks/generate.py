#!/usr/bin/env python3
"""A seeded shop's orders, the workload of every measurement here.

    python3 generate.py --customers 1000000 --out DIR [--seed 20250101]

Writes DIR/orders.csv in order of time, DIR/shuffled.csv (the same rows in random order), DIR/orders.csv.gz and
DIR/shopify.csv (the same orders as Shopify's export writes them). numpy only.

Model: 8 % of the customers never order. The others join uniformly over 2023 and 2024 and order at once; then orders are a
Poisson process with rate lambda ~ Gamma(0.75, 52 days) for a lifetime ~ Exp(mu), mu ~ Gamma(0.65, 110 days) (Pareto/NBD).
Order value ~ Gamma(4, nu), nu ~ Gamma(3.5, 37.5) (gamma-gamma, mean 60 EUR), in cents.
"""
import argparse
import gzip
import os
import shutil

import numpy as np

START = np.datetime64("2023-01-01T00:00:00", "s")
SPAN = int((np.datetime64("2025-01-01T00:00:00", "s") - START).astype(np.int64))
DAY = 86_400
CHUNK = 250_000  # customers per stream of random numbers
SOURCES = ("web", "pos", "subscription")


def simulate(customers, seed):
    """Arrays of customer, second, cents and source of every order, in order of time."""
    parts = []
    for low in range(0, customers, CHUNK):
        m = min(CHUNK, customers - low)
        g = np.random.Generator(np.random.Philox(np.random.SeedSequence([seed, low // CHUNK])))
        join = (g.random(m) * SPAN).astype(np.int64)
        buyer = g.random(m) >= 0.08
        rate = g.gamma(0.75, 1 / 52.0, m) / DAY
        dropout = g.gamma(0.65, 1 / 110.0, m) / DAY
        life = g.exponential(1.0, m) / np.maximum(dropout, 1e-12)
        alive = np.minimum(life, SPAN - join)
        repeats = g.poisson(rate * alive) * buyer
        nu = g.gamma(3.5, 1 / 37.5, m)
        who = np.repeat(np.arange(m), repeats)
        when = join[who] + (g.random(int(repeats.sum())) * alive[who]).astype(np.int64)
        first = np.flatnonzero(buyer)
        customer = np.concatenate([first, who])
        second = np.minimum(np.concatenate([join[first], when]), SPAN - 1)
        cents = np.rint(g.gamma(4.0, 1.0, len(customer)) / nu[customer] * 100).astype(np.int64)
        source = np.searchsorted([0.70, 0.90], g.random(len(customer)), side="right").astype(np.uint8)
        parts.append((customer + low, second, np.clip(cents, 1, 9_999_999), source))
    customer, second, cents, source = (np.concatenate(p) for p in zip(*parts))
    order = np.argsort(second * (1 << 24) + customer, kind="stable")
    return customer[order], second[order], cents[order], source[order]


def rows(customer, second, cents, source):
    """Lines of the plain form. Identifiers are 'cus_' and eight hexadecimal digits: unique, and in no order."""
    keys = (customer.astype(np.uint64) * np.uint64(2654435761) + np.uint64(12345)) & np.uint64(0xFFFFFFFF)
    times = np.datetime_as_string(START + second.astype("timedelta64[s]"), unit="s")
    for i, (key, time, value, kind) in enumerate(zip(keys.tolist(), times.tolist(), cents.tolist(), source.tolist()), 1):
        yield f"cus_{key:08x},o{i:09d},{time}Z,{value // 100}.{value % 100:02d},EUR,{SOURCES[kind]}\n"


def shopify(line):
    customer, order, time, value, currency, source = line.rstrip("\n").split(",")
    stamp = f"{time[:10]} {time[11:19]} +0000"
    return f"#{order[1:]},{customer}@example.com,paid,{stamp},unfulfilled,,no,{currency},{value},0.00,0.00,{value},,0.00,,{stamp},1,Thing,{value},,SKU,true,true,pending,,0.00,{source},{order[1:]}\n"


SHOPIFY_HEADER = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,"
    "Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,"
    "Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Cancelled at,Refunded Amount,Source,Id\n"
)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--customers", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=20250101)
    parser.add_argument("--out", required=True)
    parser.add_argument("--only-sorted", action="store_true", help="write orders.csv alone")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    columns = simulate(options.customers, options.seed)
    header = "customer_id,order_id,ordered_at,value,currency,source\n"
    path = os.path.join(options.out, "orders.csv")
    with open(path, "w") as plain:
        plain.write(header)
        plain.writelines(rows(*columns))
    if options.only_sorted:
        return
    with open(path) as plain:
        plain.readline()
        lines = plain.readlines()
    with open(os.path.join(options.out, "shopify.csv"), "w") as export:
        export.write(SHOPIFY_HEADER)
        export.writelines(map(shopify, lines))
    np.random.Generator(np.random.Philox(options.seed)).shuffle(lines)
    with open(os.path.join(options.out, "shuffled.csv"), "w") as shuffled:
        shuffled.write(header)
        shuffled.writelines(lines)
    with open(path, "rb") as plain, gzip.open(path + ".gz", "wb", compresslevel=6) as packed:
        shutil.copyfileobj(plain, packed)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""A seeded shop's orders, the workload of every measurement here.

    python3 generate.py --customers 1000000 --out DIR [--seed 20250101]
    python3 generate.py --customers 1000000 --out DIR --for-server

Writes DIR/orders.csv in order of time, DIR/shuffled.csv (the same rows in random order), DIR/orders.csv.gz and
DIR/shopify.csv (the same orders as Shopify's export writes them). With --for-server it writes, beside orders.csv,
DIR/events.csv and DIR/profiles.csv: what the shop's server knows. numpy only.

Model: 8 % of the customers never order. The others join uniformly over 2023 and 2024 and order at once; then orders are a
Poisson process with rate lambda ~ Gamma(0.75, 52 days) for a lifetime ~ Exp(mu), mu ~ Gamma(0.65, 110 days) (Pareto/NBD).
Order value ~ Gamma(4, nu), nu ~ Gamma(3.5, 37.5) (gamma-gamma, mean 60 EUR), in cents.
Events: Poisson(5) per order, spread exponentially (8 days) before (60 %) and after it, and .008 a day per profile from joining on:
34 % opened mails, 10 % clicked ones, 32 % viewed products, 24 % visits. 62 % take the newsletter, 3 % have no address.
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
METRICS = ("opened_email", "clicked_email", "viewed_product", "active_on_site")
COUNTRIES = ("DE", "FR", "NL", "GB", "US", "IN", "ES", "IT", "PL", "SE")
COUNTRY_SHARES = (0.22, 0.14, 0.08, 0.16, 0.14, 0.08, 0.06, 0.06, 0.04, 0.02)


def simulate(customers, seed, for_server=False):
    """Arrays of customer, second, cents and source of every order, in order of time; and with `for_server` of events and profiles.

    Events: one number each, in order of time: second << 26 | customer << 2 | metric. Profiles: country, whether they take the newsletter,
    whether they have an address, second of joining.
    """
    parts, events, profiles = [], [], []
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
        if for_server:
            events.append(happenings(g, low, m, join, customer, second))
            country = np.searchsorted(np.cumsum(COUNTRY_SHARES)[:-1], g.random(m), side="right").astype(np.uint8)
            profiles.append((country, g.random(m) < 0.62, g.random(m) >= 0.03, join))
    customer, second, cents, source = (np.concatenate(p) for p in zip(*parts))
    order = np.argsort(second * (1 << 24) + customer, kind="stable")
    orders = customer[order], second[order], cents[order], source[order]
    return (orders, np.sort(np.concatenate(events)), tuple(np.concatenate(p) for p in zip(*profiles))) if for_server else orders


def happenings(g, low, m, join, customer, second):
    """The events of one chunk of customers: around their orders, and in between."""
    around = np.repeat(np.arange(len(customer)), g.poisson(5.0, len(customer)))
    away = g.exponential(8.0 * DAY, len(around)) * np.where(g.random(len(around)) < 0.6, -1, 1)
    between = np.repeat(np.arange(m), g.poisson(0.008 / DAY * (SPAN - join)))
    who = np.concatenate([customer[around], between])
    when = np.concatenate([second[around] + away.astype(np.int64), join[between] + (g.random(len(between)) * (SPAN - join[between])).astype(np.int64)])
    metric = np.searchsorted([0.34, 0.44, 0.76], g.random(len(who)), side="right")
    inside = (when >= 0) & (when < SPAN)
    return when[inside].astype(np.uint64) << np.uint64(26) | (who[inside] + low).astype(np.uint64) << np.uint64(2) | metric[inside].astype(np.uint64)


def identifiers(customer):
    """Numbers behind 'cus_': unique, and in no order."""
    return (customer.astype(np.uint64) * np.uint64(2654435761) + np.uint64(12345)) & np.uint64(0xFFFFFFFF)


def rows(customer, second, cents, source):
    """Lines of the plain form. Identifiers are 'cus_' and eight hexadecimal digits."""
    keys = identifiers(customer)
    times = np.datetime_as_string(START + second.astype("timedelta64[s]"), unit="s")
    for i, (key, time, value, kind) in enumerate(zip(keys.tolist(), times.tolist(), cents.tolist(), source.tolist()), 1):
        yield f"cus_{key:08x},o{i:09d},{time}Z,{value // 100}.{value % 100:02d},EUR,{SOURCES[kind]}\n"


def write_events(path, events):
    """Lines of the plain form of events, a part at a time. Values: 1 for mails, a price for products, seconds for visits."""
    with open(path, "w") as file:
        file.write("customer_id,metric,occurred_at,value\n")
        for low in range(0, len(events), 1 << 20):
            part = events[low:low + (1 << 20)]
            metric = (part & np.uint64(3)).astype(np.int64)
            keys = identifiers(part >> np.uint64(2) & np.uint64(0xFFFFFF))
            times = np.datetime_as_string(START + (part >> np.uint64(26)).astype("timedelta64[s]"), unit="s")
            mixed = ((part ^ part >> np.uint64(29)) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(40)).astype(np.int64) % 20_000
            values = np.where(metric == 2, 500 + mixed, np.where(metric == 3, 100 * (5 + mixed // 34), 100))
            file.writelines(f"cus_{key:08x},{METRICS[kind]},{time}Z,{value // 100}.{value % 100:02d}\n"
                            for key, kind, time, value in zip(keys.tolist(), metric.tolist(), times.tolist(), values.tolist()))


def write_profiles(path, country, takes_newsletter, has_address, join):
    """Lines of the plain form of profiles."""
    times = np.datetime_as_string(START + join.astype("timedelta64[s]"), unit="s").tolist()
    keys = identifiers(np.arange(len(join))).tolist()
    with open(path, "w") as file:
        file.write("customer_id,email,country,list_newsletter,created_at\n")
        file.writelines(f"cus_{key:08x},{f'cus_{key:08x}@example.com' if address else ''},{COUNTRIES[place]},{'true' if news else 'false'},{time}Z\n"
                        for key, place, news, address, time in zip(keys, country.tolist(), takes_newsletter.tolist(), has_address.tolist(), times))


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
    parser.add_argument("--for-server", action="store_true", help="write orders.csv, events.csv and profiles.csv")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    if options.for_server:
        columns, events, profiles = simulate(options.customers, options.seed, for_server=True)
        write_events(os.path.join(options.out, "events.csv"), events)
        write_profiles(os.path.join(options.out, "profiles.csv"), *profiles)
    else:
        columns = simulate(options.customers, options.seed)
    header = "customer_id,order_id,ordered_at,value,currency,source\n"
    path = os.path.join(options.out, "orders.csv")
    with open(path, "w") as plain:
        plain.write(header)
        plain.writelines(rows(*columns))
    if options.only_sorted or options.for_server:
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

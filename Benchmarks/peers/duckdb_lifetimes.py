#!/usr/bin/env python3
"""The main job as it is usually done in Python: DuckDB summarises, lifetimes fits and scores, DuckDB writes.

    duckdb_lifetimes.py ORDERS.csv OUT.csv      (pip install duckdb lifetimes pandas pyarrow)

Prints one JSON line per stage with CPU seconds, and the fitted parameters. As of 2025-01-01, in days, horizon 365 days.
"""
import json
import sys
import time

import duckdb
import numpy as np
import pyarrow as pa

SUMMARY = """
WITH days AS (
  SELECT customer_id, ordered_at::DATE AS day, sum(value) AS spent, count(*) AS orders, min(ordered_at) AS first, max(ordered_at) AS last
  FROM read_csv(?, header = true, columns = {'customer_id': 'VARCHAR', 'order_id': 'VARCHAR', 'ordered_at': 'TIMESTAMP',
                'value': 'DOUBLE', 'currency': 'VARCHAR', 'source': 'VARCHAR'}) GROUP BY 1, 2)
SELECT customer_id, sum(orders)::BIGINT AS orders, sum(spent) AS historic_clv, sum(spent) / sum(orders) AS aov,
       min(first) AS first_order, max(last) AS last_order, (count(*) - 1)::DOUBLE AS frequency,
       (max(day) - min(day))::DOUBLE AS recency, (DATE '2025-01-01' - min(day))::DOUBLE AS T,
       CASE WHEN count(*) > 1 THEN (sum(spent) - arg_min(spent, day)) / (count(*) - 1) ELSE 0 END AS monetary
FROM days GROUP BY 1"""


def main(orders, out):
    cpu = time.process_time()

    def lap(stage, **more):
        nonlocal cpu
        now = time.process_time()
        print(json.dumps({"stage": stage, "cpu": round(now - cpu, 3), **more}), flush=True)
        cpu = now

    db = duckdb.connect()
    db.execute("SET threads = 2; SET preserve_insertion_order = false")
    db.execute("CREATE TABLE summary AS " + SUMMARY, [orders])
    lap("read and summarise")

    # Scores are joined to customers by position below.
    db.execute("SET preserve_insertion_order = true")
    from lifetimes import BetaGeoFitter, GammaGammaFitter

    c = db.execute("SELECT frequency, recency, T, monetary, epoch(last_order) AS last, orders, historic_clv FROM summary").fetchnumpy()
    x, recency, age, monetary = c["frequency"], c["recency"], c["T"], c["monetary"]
    bg = BetaGeoFitter().fit(x, recency, age)
    again = x > 0
    gg = GammaGammaFitter().fit(x[again], monetary[again])
    lap("fit", parameters={**{k: float(v) for k, v in bg.params_.items()}, **{"gg_" + k: float(v) for k, v in gg.params_.items()}})

    alive = np.asarray(bg.conditional_probability_alive(x, recency, age), float)
    expected = np.asarray(bg.conditional_expected_number_of_purchases_up_to_time(365, x, recency, age), float)
    clv = expected * np.asarray(gg.conditional_expected_average_profit(x, monetary), float)

    def tercile(v):
        n = len(v)
        k = [-(-n // 3) - 1, -(-2 * n // 3) - 1]
        p = np.partition(v, k)
        return 1 + (v > p[k[0]]).astype(np.int8) + (v > p[k[1]]).astype(np.int8)

    scores = pa.table({"p_alive": alive, "predicted_orders": expected, "predicted_clv": clv,
                       "r": tercile(c["last"]), "f": tercile(c["orders"]), "m": tercile(c["historic_clv"])})
    lap("score")
    db.register("scores", scores)
    db.execute(f"COPY (SELECT * EXCLUDE (frequency, recency, T, monetary) FROM summary POSITIONAL JOIN scores) TO '{out}' (HEADER)")
    lap("write")


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""Do the two results of the main job agree?   compare.py PERENNIAL.csv DUCKDB.csv   (pip install polars; exit 1 if not)

Amounts are printed in cents, probabilities and counts with six decimals: the tolerances are what rounding explains, and for predictions
what two optimisers leave between them. Recency scores are defined differently (days against terciles) and not compared.
"""
import sys

import polars as pl

ours, theirs = (pl.read_csv(path, infer_schema_length=None).sort("customer_id") for path in sys.argv[1:3])
if ours["customer_id"].to_list() != theirs["customer_id"].to_list():
    sys.exit("different customers")
alive = 1 - ours["churn_probability"]
# Expected purchase days: the other side does not know orders per purchase day, so spend and probability carry the comparison.
pairs = [
    ("orders", ours["historic_number_of_orders"], theirs["orders"], 0, 0),
    ("historic CLV", ours["historic_clv"], theirs["historic_clv"], 0.0051, 0),
    ("average order value", ours["average_order_value"], theirs["aov"], 0.0051, 0),
    ("P(alive)", alive, theirs["p_alive"], 1e-6, 2e-4),
    ("predicted CLV", ours["predicted_clv"], theirs["predicted_clv"], 0.0051, 2e-4),
    ("frequency score", ours["rfm_frequency"], theirs["f"], 0, 0),
    ("monetary score", ours["rfm_monetary"], theirs["m"], 0, 0),
]
failed = False
for name, a, b, absolute, relative in pairs:
    a, b = a.cast(pl.Float64), b.cast(pl.Float64)
    excess = ((a - b).abs() - absolute - relative * b.abs()).max()
    # Float sums of the other side can fall on the other side of a tercile: equal in cents, different in the last bit.
    different = int(((a - b).abs() > absolute + relative * b.abs()).sum())
    bad = excess > 1e-9 and different > len(a) * 1e-5
    failed |= bad
    print(f"{name:22} largest difference {(a - b).abs().max():.2e}, beyond tolerance {different} {'DIFFERS' if bad else 'ok'}")
sys.exit(failed)

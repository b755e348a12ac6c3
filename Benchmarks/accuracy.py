#!/usr/bin/env python3
"""How good predictions are: logs cut at earlier days, predicted by each model, compared with what came.

  accuracy.py PROGRAM LOGS [--baselines FILE.csv] [--models auto,bg-nbd,...] [--bootstrap 200]

LOGS is a folder with orders as NAME.csv.gz (customer_id,order_id,ordered_at,value,currency) for the cells below; cells whose log is not
there are left out. Needs numpy and pandas. The bootstrap draws customers with replacement, the same for both models of a pair, and counts
how often auto is better. With --baselines (columns dataset,cutoff,horizon,model and the scores) the mean rank among those rows is printed.
"""
import argparse
import os
import subprocess
import sys
import tempfile

import numpy as np
import pandas as pd

CELLS = [
    ("cdnow", "1997-06-30", 365), ("cdnow", "1997-09-30", 273), ("cdnow", "1997-12-31", 181),
    ("cdnow_sample", "1997-09-30", 273),
    ("apparel_simulated", "2006-12-31", 365), ("apparel_simulated", "2007-12-31", 365), ("apparel_simulated", "2008-12-31", 719),
    ("online_retail_a", "2010-12-09", 365), ("online_retail_a", "2011-06-12", 180), ("online_retail_a", "2011-09-10", 90),
    ("cdnow", "1997-08-15", 180), ("cdnow", "1997-11-15", 90), ("cdnow_sample", "1997-12-31", 181),
    ("apparel_simulated", "2006-06-30", 365), ("apparel_simulated", "2009-06-30", 365), ("apparel_simulated", "2008-06-30", 180),
    ("online_retail_a", "2010-09-10", 180), ("online_retail_a", "2010-12-31", 300), ("online_retail_a", "2011-03-31", 180),
    ("online_retail_a", "2011-05-31", 90),
]
# Score and whether more is better.
SCORES = {
    "orders_rmse": False, "value_rmse": False, "value_gini": True, "value_spearman": True, "orders_spearman": True, "auc": True,
    "brier": False, "ece": False, "orders_bias": False, "value_bias": False,
}


def ranks(a):
    return pd.Series(a).rank().to_numpy()


def correlation(a, b):
    a, b = ranks(a), ranks(b)
    return np.corrcoef(a, b)[0, 1] if a.std() > 0 and b.std() > 0 else np.nan


def area(prediction, truth):
    """The mean of the curve of cumulated truth, best predictions first, tied ones sharing theirs."""
    order = np.argsort(-prediction, kind="stable")
    p, t = prediction[order], truth[order]
    group = np.concatenate([[0], np.cumsum(p[1:] != p[:-1])])
    t = (np.bincount(group, t) / np.bincount(group))[group]
    if t.sum() <= 0:
        return np.nan
    curve = np.concatenate([[0], np.cumsum(t) / t.sum()])
    return 2 * np.sum((curve[1:] + curve[:-1]) / 2) / len(t) - 1


def scores(f):
    o, v, p, yo, yv = (f[c].to_numpy(float) for c in ("orders", "value", "p", "actual_orders", "actual_value"))
    some = (yo > 0).astype(float)
    bins = np.clip((p * 10).astype(int), 0, 9)
    positive, negative = some.sum(), len(some) - some.sum()
    best = area(yv, yv)
    return {
        "orders_rmse": np.sqrt(np.mean((o - yo) ** 2)), "value_rmse": np.sqrt(np.mean((v - yv) ** 2)),
        "value_gini": area(v, yv) / best if best else np.nan,
        "value_spearman": correlation(v, yv), "orders_spearman": correlation(o, yo),
        "auc": (ranks(p)[some > 0].sum() - positive * (positive + 1) / 2) / (positive * negative) if positive * negative else np.nan,
        "brier": np.mean((p - some) ** 2),
        "ece": np.abs(np.bincount(bins, p, minlength=10) - np.bincount(bins, some, minlength=10)).sum() / len(p),
        "orders_bias": abs(o.sum() / yo.sum() - 1) if yo.sum() else np.nan,
        "value_bias": abs(v.sum() / yv.sum() - 1) if yv.sum() else np.nan,
    }


def forecast(program, log, cutoff, horizon, model, folder):
    out = os.path.join(folder, "predictions.csv")
    subprocess.run(
        [program, "analyze", log, "--as-of", cutoff, "--horizon", str(horizon), "--model", model, "--minimum-customers", "400",
         "--count-zero-value-orders", "--output", out], check=True, capture_output=True)
    p = pd.read_csv(out, dtype={"customer_id": str}).set_index("customer_id")
    return pd.DataFrame({"orders": p.predicted_number_of_orders, "value": p.predicted_clv, "p": p.probability_of_order, "high": p.predicted_clv_high})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("logs")
    parser.add_argument("--baselines")
    parser.add_argument("--models", default="auto,bg-nbd,mbg-nbd,pareto-nbd")
    parser.add_argument("--bootstrap", type=int, default=200)
    a = parser.parse_args()
    models = a.models.split(",")
    baselines = pd.read_csv(a.baselines) if a.baselines else None
    table, wins, rank_rows, above, signed = {m: [] for m in models}, {m: [] for m in models}, {}, [], []
    rng = np.random.default_rng(7)
    with tempfile.TemporaryDirectory() as folder:
        for name, cutoff, horizon in CELLS:
            log = os.path.join(a.logs, name + ".csv.gz")
            if not os.path.exists(log):
                continue
            orders = pd.read_csv(log, dtype={"customer_id": str})
            day = pd.to_datetime(orders.ordered_at.str.slice(0, 10))
            end = pd.Timestamp(cutoff)
            held = orders[(day > end) & (day <= end + pd.Timedelta(days=horizon))].groupby("customer_id").value
            customers = sorted(orders[day <= end].customer_id.unique())
            truth = pd.DataFrame({"actual_orders": held.size(), "actual_value": held.sum()}).reindex(customers).fillna(0)
            frames = {m: forecast(a.program, log, cutoff, horizon, m, folder).reindex(customers).fillna(0).join(truth) for m in models}
            found = {m: scores(f) for m, f in frames.items()}
            for m in models:
                table[m].append(found[m])
            auto = frames[models[0]]
            above.append((auto.actual_value > auto.high + 0.005).mean())
            signed.append(auto.value.sum() / auto.actual_value.sum() - 1)
            for m in models[1:]:
                won = {s: [] for s in SCORES}
                for _ in range(a.bootstrap):
                    rows = rng.integers(0, len(customers), len(customers))
                    x, y = scores(auto.iloc[rows]), scores(frames[m].iloc[rows])
                    for s, more in SCORES.items():
                        won[s].append((x[s] > y[s]) if more else (x[s] < y[s]))
                wins[m].append({s: np.mean(w) for s, w in won.items()})
            if baselines is not None:
                rows = baselines[(baselines.dataset == name) & (baselines.cutoff == cutoff) & (baselines.horizon == horizon)]
                rows = rows[~rows.model.str.startswith("naive")].set_index("model")
                for s, more in SCORES.items():
                    column = rows[s + "_pct"].abs() / 100 if s.endswith("bias") else rows[s]
                    if len(column):
                        column = pd.concat([column, pd.Series({"perennial auto": found[models[0]][s]})])
                        for n, r in column.rank(ascending=not more).items():
                            rank_rows.setdefault(n, []).append(r)
            print(name, cutoff, horizon, {m: round(found[m]["value_gini"], 3) for m in models}, file=sys.stderr)
    pd.set_option("display.width", 200)
    print("Means over", len(above), "cells")
    print(pd.DataFrame({m: pd.DataFrame(t).mean() for m, t in table.items()}).T.round(4).to_string())
    if a.bootstrap:
        print("\nShare of bootstrap draws in which", models[0], "is better, mean over cells")
        print(pd.DataFrame({m: pd.DataFrame(w).mean() for m, w in wins.items() if w}).T.round(2).to_string())
    print("\nAbove the high point:", " ".join(f"{x:.3f}" for x in above), "mean", f"{np.mean(above):.3f}")
    print("Bias of value:", " ".join(f"{100 * x:+.0f}%" for x in signed))
    if rank_rows:
        print("\nMean rank among the baselines")
        print(pd.Series({n: np.mean(r) for n, r in rank_rows.items()}).sort_values().round(2).to_string())


if __name__ == "__main__":
    main()

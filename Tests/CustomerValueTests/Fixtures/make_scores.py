"""Writes scored_forecast.csv (a seeded forecast of 200 customers and what came) and expected_scores.csv (its scores).

Every score is worked out here from its definition by another route than the program's, so that both can only agree if both are right:
ranks and groups by pandas, areas by interpolation of the curve of cumulated truth, the area under the ROC curve by comparing all pairs.

    python make_scores.py
"""

import pathlib

import numpy as np
import pandas as pd

folder = pathlib.Path(__file__).parent
chance = np.random.default_rng(20240318)
n = 200

rate = chance.gamma(0.6, 1.4, n)
actual_orders = chance.poisson(rate).astype(float)
price = chance.lognormal(3, 0.7, n)
actual_value = np.round(actual_orders * price, 2)
# Rounded, so that forecasts and probabilities have ties.
orders = np.round(rate * chance.lognormal(0, 0.5, n), 1)
value = np.round(orders * np.round(price * chance.lognormal(0, 0.4, n), -1), 2)
probability = np.round(1 - np.exp(-orders * 0.8), 2)
low = np.round(0.2 * value * (probability > 0.6), 2)
high = np.round(2.2 * value, 2)
log_probability = np.round(-chance.gamma(1.2, 0.8, n), 6)
log = pd.DataFrame(
    dict(
        orders=orders, value=value, probability=probability, low=low, high=high, log_probability=log_probability,
        actual_orders=actual_orders, actual_value=actual_value,
    )
)
log.to_csv(folder / "scored_forecast.csv", index=False, float_format="%.17g")


def concentration(forecast, truth):
    """Shares of customers and of all truth, best forecasts first; customers with equal forecasts are one straight piece."""
    groups = pd.DataFrame(dict(forecast=forecast, truth=truth)).groupby("forecast")["truth"].agg(["size", "sum"]).sort_index(ascending=False)
    share = np.concatenate([[0], groups["size"].cumsum() / len(truth)])
    held = np.concatenate([[0], groups["sum"].cumsum() / truth.sum()])
    return share, held


def gini(forecast, truth):
    share, held = concentration(forecast, truth)
    return 2 * np.trapezoid(held, share) - 1


def capture(forecast, truth):
    share, held = concentration(forecast, truth)
    return np.interp(0.1, share, held)


def spearman(a, b):
    return pd.Series(a).rank().corr(pd.Series(b).rank())


ordered = (actual_orders > 0).astype(float)
with_order, without_order = probability[ordered == 1], probability[ordered == 0]
pairs = with_order[:, None] - without_order[None, :]
clipped = np.clip(probability, 1e-6, 1 - 1e-6)
bins = pd.DataFrame(dict(bin=np.minimum(np.floor(probability * 10), 9), p=probability, ordered=ordered)).groupby("bin")
gaps = (bins["p"].mean() - bins["ordered"].mean()).abs() * bins.size()

expected = {
    "customers": n,
    "orders_mae": np.abs(orders - actual_orders).mean(),
    "orders_rmse": np.sqrt(np.square(orders - actual_orders).mean()),
    "orders_spearman": spearman(orders, actual_orders),
    "orders_gini": gini(orders, actual_orders) / gini(actual_orders, actual_orders),
    "orders_bias": orders.sum() / actual_orders.sum() - 1,
    "value_mae": np.abs(value - actual_value).mean(),
    "value_rmse": np.sqrt(np.square(value - actual_value).mean()),
    "value_spearman": spearman(value, actual_value),
    "value_gini": gini(value, actual_value) / gini(actual_value, actual_value),
    "value_bias": value.sum() / actual_value.sum() - 1,
    "top10_capture": capture(value, actual_value),
    "top10_capture_of_ideal": capture(value, actual_value) / capture(actual_value, actual_value),
    "auc": ((pairs > 0).sum() + 0.5 * (pairs == 0).sum()) / pairs.size,
    "brier": np.square(probability - ordered).mean(),
    "ece": gaps.sum() / n,
    "log_loss": -np.where(ordered == 1, np.log(clipped), np.log1p(-clipped)).mean(),
    "log_score": log_probability.mean(),
    "ordered_share": ordered.mean(),
    "mean_probability": probability.mean(),
    "share_above_high": (actual_value > high).mean(),
    "share_below_low": (actual_value < low).mean(),
}
with open(folder / "expected_scores.csv", "w", encoding="utf-8") as file:
    file.write("score,expected\n")
    for name, score in expected.items():
        file.write(f"{name},{float(score)!r}\n")

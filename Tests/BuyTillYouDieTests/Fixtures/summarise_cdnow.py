"""Makes the two CDNOW summaries beside this script from the log of the 1/10 sample.

    python summarise_cdnow.py cdnow_sample.csv.gz

Calibration period: to 1997-09-30. All purchases of a customer on one day are one; zero-value orders are kept, as the
published fits do. Only the standard library is used.
"""

import collections
import csv
import datetime
import gzip
import pathlib
import sys

CUTOFF = datetime.date(1997, 9, 30)

days = collections.defaultdict(lambda: collections.defaultdict(float))
with gzip.open(sys.argv[1], "rt") as log:
    for row in csv.DictReader(log):
        day = datetime.date.fromisoformat(row["ordered_at"][:10])
        if day <= CUTOFF:
            days[row["customer_id"]][day] += float(row["value"])

summary = collections.Counter()
spend = []
for purchases in days.values():
    first, last = min(purchases), max(purchases)
    frequency = len(purchases) - 1
    summary[frequency, (last - first).days, (CUTOFF - first).days] += 1
    if frequency > 0:
        repeats = [value for day, value in purchases.items() if day != first]
        spend.append((frequency, sum(repeats) / frequency))

folder = pathlib.Path(__file__).parent
with open(folder / "cdnow_sample_summary.csv", "w") as out:
    print("frequency,recency_days,age_days,customers", file=out)
    for key in sorted(summary):
        print(*key, summary[key], sep=",", file=out)
with open(folder / "cdnow_sample_spend.csv", "w") as out:
    print("frequency,mean_spend", file=out)
    for frequency, mean in sorted(spend):
        print(frequency, f"{mean:.10g}", sep=",", file=out)

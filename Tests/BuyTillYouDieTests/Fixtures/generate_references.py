"""Makes the reference_*.csv files beside this script: values by routes independent of the library's own.

    python generate_references.py        (mpmath 1.3; some minutes)

Everything is computed with 50 digits or more, so forms that cancel in double precision do not here.
"""

import pathlib
import random

import mpmath as mp

mp.mp.dps = 50
FOLDER = pathlib.Path(__file__).parent
rng = random.Random(20_240_901)


def write(name, header, rows):
    with open(FOLDER / f"reference_{name}.csv", "w") as out:
        print(header, file=out)
        for row in rows:
            print(*[mp.nstr(mp.mpf(value), 17) for value in row], sep=",", file=out)


def spread(low, high):
    """Log-uniform, rounded so that the text is the number."""
    return mp.mpf(mp.nstr(mp.mpf(low) * (mp.mpf(high) / low) ** rng.random(), 4))


def history(largest):
    x = rng.choice([0, 0, 1, 2, 3, 5, 9, 20, largest])
    age = mp.mpf(rng.randint(1, 700)) / 7
    # The double that 17 digits give is what the library sees.
    age = mp.mpf(float(age))
    recency = mp.mpf(float(age * mp.mpf(rng.choice([0.01, 0.3, 0.7, 0.97, 1])))) if x > 0 else mp.mpf(0)
    return x, recency, age


def special():
    rows = []
    for x in [1e-5, 0.01, 0.3, 1, 1.5, 2, 6.2, 9.99, 10, 31.7, 1e3, 1e6]:
        x = mp.mpf(x)
        rows.append([x, mp.digamma(x), mp.psi(1, x)])
    write("digamma", "x,digamma,trigamma", rows)
    rows = []
    for a in [1e-4, 0.3, 2.5, 9.9, 10.1, 250, 1e4, 1e6]:
        for b in [1e-4, 0.7, 3, 10, 99, 3e4, 1e6]:
            rows.append([a, b, mp.log(mp.beta(mp.mpf(a), mp.mpf(b)))])
    write("log_beta", "a,b,log_beta", rows)


def incomplete_beta():
    rows = []
    for _ in range(120):
        a, b = spread(0.05, 5000), spread(0.05, 5000)
        mean = a / (a + b)
        width = mp.sqrt(mean * (1 - mean) / (a + b + 1))
        x = mp.mpf(float(min(max(mean + width * rng.uniform(-4, 4), mp.mpf("1e-6")), 1 - mp.mpf("1e-6"))))
        rows.append([a, b, x, mp.betainc(a, b, 0, x, regularized=True)])
    write("incomplete_beta", "a,b,x,value", rows)


def beta_geometric():
    rows = []
    for index in range(120):
        extreme = index % 3 == 0
        r, alpha = spread(*((1e-3, 100) if extreme else (0.1, 5))), spread(*((1e-2, 1000) if extreme else (1, 40)))
        a, b = spread(*((1e-3, 1000) if extreme else (0.2, 4))), spread(*((1e-3, 1000) if extreme else (0.5, 8)))
        if index % 10 == 1:
            a = mp.mpf(1) + mp.mpf(rng.choice([0, 1])) / 10**9
            a = mp.mpf(float(a))
        x, recency, age = history(1500 if extreme else 40)
        t = mp.mpf(rng.choice([1, 8, 26, 52, 104]))
        row = [r, alpha, a, b, x, recency, age, t]
        for chances in (x, x + 1):
            purchases = mp.gamma(r + x) / mp.gamma(r) * alpha**r
            active = mp.beta(a, b + chances) / mp.beta(a, b) / (alpha + age) ** (r + x)
            stopped = mp.beta(a + 1, b + chances - 1) / mp.beta(a, b) / (alpha + recency) ** (r + x) if chances > 0 else 0
            shape, rate, rest = r + x, alpha + age, b + chances
            # Fader, Hardie & Lee 2005, eq. 10, given active; near a = 1 with the digits that the difference loses.
            with mp.workdps(80):
                nudged = a if a != 1 else a + mp.mpf(10) ** -40
                z = t / (rate + t)
                power = (rate / (rate + t)) ** shape
                series = mp.hyp2f1(shape, rest, nudged + rest - 1, z)
                expected = (nudged + rest - 1) / (nudged - 1) * (1 - power * series)
            row += [mp.log(purchases * (active + stopped)), active / (active + stopped), expected]
        rows.append(row)
    write("beta_geometric", "r,alpha,a,b,x,recency,age,weeks,bg_ll,bg_alive,bg_expected,mbg_ll,mbg_alive,mbg_expected", rows)


def hypergeometric_likelihood(r, alpha, s, beta, x, recency, age):
    """Fader & Hardie 2005, eq. 20-22."""
    total = r + s + x
    def part(time):
        if alpha >= beta:
            return mp.hyp2f1(total, s + 1, total + 1, (alpha - beta) / (alpha + time)) / (alpha + time) ** total
        return mp.hyp2f1(total, r + x, total + 1, (beta - alpha) / (beta + time)) / (beta + time) ** total
    a0 = part(recency) - part(age)
    first = (alpha + age) ** -(r + x) * (beta + age) ** -s
    scale = mp.gamma(r + x) * alpha**r * beta**s / mp.gamma(r)
    return scale * (first + s / total * a0), first / (first + s / total * a0)


def integral_likelihood(r, alpha, s, beta, x, recency, age):
    """Adaptive quadrature of the integral itself, split where the integrand changes."""
    first = (alpha + age) ** -(r + x) * (beta + age) ** -s
    near = min(alpha, beta)
    falls = (mp.mpf(1) / (4 * (r + s + x)), mp.log(2) / 2)
    steps = [min(falls) * k for k in range(1, 120)] + [mp.log(2) / 2 * k for k in range(1, 60)]
    points = sorted({recency, age} | {u for u in ((near + recency) * mp.exp(w) - near for w in steps) if u < age})
    inner = mp.quad(lambda u: (alpha + u) ** -(r + x) * (beta + u) ** -(s + 1), points)
    scale = mp.gamma(r + x) * alpha**r * beta**s / mp.gamma(r)
    return scale * (first + s * inner), first / (first + s * inner)


def power_integral():
    rows = []
    for _ in range(200):
        near = rng.choice([spread(1e-5, 1), spread(0.1, 20), spread(1, 2e4), -spread(0.01, 0.99999)])
        far = rng.choice([spread(1e-3, 1), spread(0.1, 20), spread(1, 2e4)])
        ratio = rng.choice([mp.mpf(1), spread(0.05, 1), spread(1e-8, 1)])
        length = rng.choice([spread(1e-3, 1), spread(0.5, 4), spread(1, 20)])
        near, far, ratio, length = (mp.mpf(float(v)) for v in (near, far, ratio, length))
        with mp.workdps(25):
            small = 1 / (abs(near) + far * ratio + 1)
            # Where the far power begins to fall, if it does so late.
            turn = mp.log(1 + 1 / (far * ratio))
            points = {small * k for k in range(1, 60)} | {turn + mp.mpf(k) / 4 for k in range(-8, 25)} | {mp.mpf(k) for k in range(1, 20)}
            points = sorted({mp.mpf(0), length} | {w for w in points if 0 < w < length})
            value = mp.quad(lambda w: mp.exp(-near * w - far * mp.log1p(ratio * mp.expm1(w))), points)
        rows.append([near, far, ratio, length, value])
    write("power_integral", "near,far,ratio,length,value", rows)


def pareto():
    rows = []
    largest = 0
    for index in range(120):
        extreme = index % 3 == 0
        r, s = spread(*((1e-3, 100) if extreme else (0.1, 5))), spread(*((1e-3, 100) if extreme else (0.2, 4)))
        if index % 10 == 1:
            s = mp.mpf(1)
        alpha, beta = spread(*((1e-2, 1000) if extreme else (1, 40))), spread(*((1e-2, 1000) if extreme else (1, 40)))
        if index % 17 == 3:
            beta = alpha
        x, recency, age = history(1500 if extreme else 40)
        t = mp.mpf(rng.choice([1, 8, 26, 52, 104]))
        with mp.workdps(120):
            likelihood, alive = hypergeometric_likelihood(r, alpha, s, beta, x, recency, age)
            logarithm = mp.log(likelihood)
        if index % 4 == 0:
            with mp.workdps(30):
                other, _ = integral_likelihood(r, alpha, s, beta, x, recency, age)
                largest = max(largest, abs(mp.log(other) - logarithm))
        shape, rate, drop = r + x, alpha + age, beta + age
        expected = shape / rate * (t if s == 0 else drop * mp.quad(lambda w: mp.exp((1 - s) * w), [0, mp.log(1 + t / drop)]))
        with mp.workdps(25):
            points = [t * mp.mpf(2) ** -k for k in range(14, -1, -1)]
            once = mp.quad(lambda u: shape * rate**shape / (rate + u) ** (shape + 1) * (drop / (drop + u)) ** s, [0] + points)
        rows.append([r, alpha, s, beta, x, recency, age, t, logarithm, alive, expected, once])
    print("largest difference of the two routes to log L:", mp.nstr(largest, 3))
    write("pareto", "r,alpha,s,beta,x,recency,age,weeks,ll,alive,expected,once", rows)


def spend():
    rows = []
    for _ in range(60):
        p, q, v = spread(0.5, 60), spread(1.2, 40), spread(1, 500)
        n = rng.choice([0, 1, 2, 5, 30])
        mean = spread(1, 300)
        ahead = rng.choice([1, 2, 4, 12, 60])
        shape, scale = q + p * n, v + n * mean
        amount = spread(0.2, 5) * scale * p * ahead / shape
        amount = mp.mpf(float(amount))
        z = amount / (amount + scale)
        rows.append([p, q, v, n, mean, ahead, amount, mp.betainc(p * ahead, shape, 0, z, regularized=True)])
    write("spend", "p,q,v,n,mean,ahead,amount,cumulative", rows)


special()
incomplete_beta()
beta_geometric()
pareto()
spend()
power_integral()

#!/usr/bin/env python3
"""Trains the same trees with XGBoost `hist`, scikit-learn and MusicFlow.Learning, alternately, and prints CPU seconds and test losses.

Needs Debian's python3-xgboost, python3-sklearn and numpy, and a release build of bench/MusicFlow.Benchmarks.
Everything is written below bench/.work (ignored by git) and may be deleted.

    /usr/bin/python3 bench/speed/train.py --rows 10000 100000 --tables mixed continuous --objectives squared poisson --repeats 3
"""
import os

os.environ["OMP_NUM_THREADS"] = os.environ.get("OMP_NUM_THREADS", "1")
os.environ["OMP_WAIT_POLICY"] = "PASSIVE"

import argparse
import json
import pathlib
import subprocess
import time

import numpy as np

COLUMNS = 45
BENCH = pathlib.Path(__file__).resolve().parent.parent
WORK = BENCH / ".work"
PROGRAM = BENCH / "MusicFlow.Benchmarks/bin/Release/net10.0/MusicFlow.Benchmarks.dll"


def mixed(rng, n):
    """13 audio-like, 18 metadata and behaviour columns, 14 genre one-hots; 5-8 % missing outside the one-hots."""
    genre = rng.integers(0, 14, n)
    audio = [
        rng.beta(6, 4, n), rng.beta(5, 3, n), rng.integers(0, 12, n), -np.abs(rng.normal(7, 4, n)), rng.integers(0, 2, n),
        rng.beta(1.5, 12, n), rng.beta(0.6, 1.8, n), rng.beta(0.2, 2.5, n), rng.beta(2, 8, n), rng.beta(3, 3, n),
        rng.normal(121, 28, n), rng.lognormal(12.25, 0.3, n), rng.choice([3, 4, 4, 4, 4, 4, 4, 4, 5], n),
    ]
    audio = [np.round(a, 3) for a in audio]
    plays = np.where(rng.random(n) < 0.55, 0, rng.negative_binomial(0.7, 0.05, n))
    meta = [
        rng.integers(0, 101, n), np.clip(2024 - rng.exponential(14, n), 1950, 2024).astype(int), rng.integers(1, 13, n),
        rng.integers(0, 2, n), np.minimum(5, 1 + rng.poisson(0.6, n)), np.round(rng.lognormal(11, 2.2, n)), rng.integers(0, 101, n),
        rng.poisson(30, n), rng.poisson(18, n), rng.random(n) < 0.06, rng.random(n) < 0.04, plays,
        np.where(plays > 0, 1 + rng.binomial(np.minimum(plays, 60), 0.3), 0), np.where(plays > 0, rng.exponential(60, n), np.nan),
        np.round(plays * rng.beta(2, 6, n), 2), rng.integers(0, 7, n), rng.integers(0, 24, n), rng.poisson(0.8, n),
    ]
    x = np.column_stack(audio + meta + [(genre == g) for g in range(14)]).astype(np.float32)
    taste = np.array([-1.2, -0.9, -0.7, -0.5, -0.4, -0.2, 0, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.2])[genre]
    score = (-2.6 + taste + 0.018 * x[:, 13] + 0.55 * np.log1p(plays) - 0.012 * np.nan_to_num(x[:, 26], nan=80)
             + 1.6 * (x[:, 0] - 0.6) * x[:, 1] + 0.8 * np.sin(6 * x[:, 9]) * (x[:, 6] < 0.4) - 0.02 * np.abs(x[:, 10] - 118)
             + 0.5 * x[:, 16] * (x[:, 14] > 2010) + 0.3 * x[:, 30])
    y = np.clip(rng.poisson(np.exp(np.clip(score, -6, 3.2)) * rng.gamma(0.8, 1.25, n)), 0, 30).astype(np.float32)
    for c in range(31):
        x[rng.random(n) < rng.uniform(0.05, 0.08), c] = np.nan
    return x, y


def continuous(rng, n):
    """45 normal columns without ties or gaps: the worst case for packing columns."""
    x = rng.standard_normal((n, COLUMNS), dtype=np.float32)
    # The product is shifted so that each factor counts alone too: a pure interaction makes greedy trees a matter of luck.
    score = 0.6 * x[:, 0] + np.sin(2 * x[:, 1]) + 0.5 * (x[:, 2] + 0.7) * (x[:, 3] + 0.7) + (x[:, 4] > 0.5) * x[:, 5] + 0.2 * x[:, 6:16].sum(axis=1)
    y = score + rng.standard_normal(n, dtype=np.float32)
    return x, y.astype(np.float32)


def table(kind, rows, seed):
    """Makes the table once; later runs read it again."""
    folder = WORK / f"train-{kind}-{rows}-{seed}"
    names = ["train.x", "train.y", "test.x", "test.y"]
    if not all((folder / name).exists() for name in names):
        folder.mkdir(parents=True, exist_ok=True)
        test = min(100_000, max(20_000, rows // 5))
        x, y = {"mixed": mixed, "continuous": continuous}[kind](np.random.default_rng(seed), rows + test)
        for name, values in zip(names, [x[:rows], y[:rows], x[rows:], y[rows:]]):
            np.ascontiguousarray(values, dtype="<f4").tofile(folder / name)
    x, y, tx, ty = (np.fromfile(folder / name, dtype="<f4") for name in names)
    return folder, x.reshape(-1, COLUMNS), y, tx.reshape(-1, COLUMNS), ty


def run_xgboost(objective, x, y, tx):
    import xgboost

    settings = dict(max_depth=6, eta=0.1, reg_lambda=1, min_child_weight=1, max_bin=256, tree_method="hist", nthread=1, base_score=float(y.mean()),
                    objective={"squared": "reg:squarederror", "poisson": "count:poisson"}[objective])
    start = time.process_time()
    model = xgboost.train(settings, xgboost.DMatrix(x, y, nthread=1), 200)
    spent = time.process_time() - start
    return spent, model.predict(xgboost.DMatrix(tx, nthread=1))


def run_sklearn(objective, x, y, tx):
    from sklearn.ensemble import HistGradientBoostingRegressor

    model = HistGradientBoostingRegressor(loss={"squared": "squared_error", "poisson": "poisson"}[objective], max_iter=200, max_depth=6, max_leaf_nodes=None,
                                          learning_rate=0.1, l2_regularization=1, max_bins=255, early_stopping=False)
    start = time.process_time()
    model.fit(x, y)
    return time.process_time() - start, model.predict(tx)


def run_ours(folder, objective, inner):
    subprocess.run(["dotnet", str(PROGRAM), "train", str(folder), objective, str(inner), "1"], check=True)
    seconds = json.loads((folder / "ours.json").read_text())["cpu"]
    margins = np.fromfile(folder / "ours.z", dtype="<f4")
    return seconds, np.exp(margins) if objective == "poisson" else margins


def loss(objective, y, p):
    rmse = float(np.sqrt(np.mean((y.astype(float) - p) ** 2)))
    if objective != "poisson":
        return rmse, None
    p = np.maximum(p.astype(float), 1e-9)
    return rmse, float(np.mean(2 * (np.where(y > 0, y * np.log(np.maximum(y, 1e-9) / p), 0) - y + p)))


def compare(kind, rows, objective, options):
    folder, x, y, tx, ty = table(kind, rows, 42)
    best, losses, first = {}, {}, None
    for _ in range(options.repeats):
        runs = {}
        if "xgboost" in options.peers:
            runs["xgboost"] = run_xgboost(objective, x, y, tx)
        if "sklearn" in options.peers:
            runs["sklearn"] = run_sklearn(objective, x, y, tx)
        seconds, predicted = run_ours(folder, objective, options.inner)
        first = seconds[0] if first is None else min(first, seconds[0])
        runs["ours"] = min(seconds), predicted
        for name, (spent, p) in runs.items():
            best[name] = min(best.get(name, spent), spent)
            losses[name] = loss(objective, ty, p)
    return best, losses, first


def quality(kind, rows, objective, seeds):
    """Mean ratio of test losses (ours / XGBoost) over several tables: one table alone says little below 1 %."""
    ratios = []
    for seed in range(seeds):
        folder, x, y, tx, ty = table(kind, rows, seed)
        ours = loss(objective, ty, run_ours(folder, objective, 1)[1])
        theirs = loss(objective, ty, run_xgboost(objective, x, y, tx)[1])
        ratios.append([a / b for a, b in zip(ours, theirs) if a is not None])
    return " ".join(f"{m:.4f} ± {e:.4f}" for m, e in zip(np.mean(ratios, axis=0), np.std(ratios, axis=0) / np.sqrt(seeds)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--tables", nargs="+", default=["mixed", "continuous"], choices=["mixed", "continuous"])
    parser.add_argument("--objectives", nargs="+", default=["squared", "poisson"], choices=["squared", "poisson"])
    parser.add_argument("--peers", nargs="*", default=["xgboost", "sklearn"], choices=["xgboost", "sklearn"])
    parser.add_argument("--repeats", type=int, default=3, help="turns of all engines")
    parser.add_argument("--inner", type=int, default=2, help="runs of ours in each of its processes: the first of them compiles")
    parser.add_argument("--quality", type=int, default=0, metavar="SEEDS", help="compare only test losses, over so many tables")
    options = parser.parse_args()
    if options.quality:
        print("| table | rows | objective | test RMSE (and deviance), ours / XGBoost, mean ± standard error |\n|---|---|---|---|")
        for kind, rows, objective in [(k, r, o) for k in options.tables for r in options.rows for o in options.objectives]:
            if kind == "mixed" or objective == "squared":
                print(f"| {kind} | {rows} | {objective} | {quality(kind, rows, objective, options.quality)} |", flush=True)
        return
    print("| table | rows | objective | ours CPU s (first run of a process) | XGBoost | sklearn | XGBoost / ours | test RMSE ours / XGBoost / sklearn | test deviance |")
    print("|---|---|---|---|---|---|---|---|---|")
    for kind in options.tables:
        for rows in options.rows:
            for objective in options.objectives:
                if kind == "continuous" and objective == "poisson":
                    continue
                best, losses, first = compare(kind, rows, objective, options)
                show = lambda name: f"{best[name]:.2f}" if name in best else "-"
                lost = lambda i: " / ".join(f"{losses[n][i]:.4f}" if n in losses and losses[n][i] is not None else "-" for n in ("ours", "xgboost", "sklearn"))
                ratio = f"{best['xgboost'] / best['ours']:.2f}" if "xgboost" in best else "-"
                print(f"| {kind} | {rows} | {objective} | {show('ours')} ({first:.2f}) | {show('xgboost')} | {show('sklearn')} | {ratio} | {lost(0)} | {lost(1)} |", flush=True)


if __name__ == "__main__":
    main()

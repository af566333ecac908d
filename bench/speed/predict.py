#!/usr/bin/python3
"""Prediction and SHAP side by side with XGBoost and scikit-learn, one thread, 200 trees of depth 6 on 45 features.

usage: OMP_NUM_THREADS=1 /usr/bin/python3 bench/speed/predict.py    (after dotnet build -c Release bench/MusicFlow.Benchmarks)
Needs Debian's python3-xgboost, python3-sklearn and python3-numpy. Prints microseconds per row, best of many short repeats, and ratios.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import xgboost as xgb
from sklearn.ensemble import HistGradientBoostingRegressor

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(HERE, "../MusicFlow.Benchmarks/bin/Release/net10.0/MusicFlow.Benchmarks.dll")
FEATURES, ROWS, TRAINING_ROWS = 45, 4096, 50_000


def table(rows, seed):
    """13 sound features, 18 counts and amounts, 14 one-hots; one value in twenty missing."""
    random = np.random.default_rng(seed)
    sound = random.beta(2, 2, (rows, 13))
    counts = np.floor(random.gamma(0.7, 8, (rows, 18)))
    genre = np.eye(14)[random.integers(0, 14, rows)]
    x = np.hstack([sound, counts, genre]).astype(np.float32)
    rate = np.exp(0.8 * x[:, 0] - 0.5 * x[:, 1] + 0.15 * np.log1p(x[:, 13] * x[:, 14]) + 0.4 * x[:, 33] - 0.5)
    y = np.minimum(random.poisson(rate * random.gamma(0.8, 1.25, rows)), 30).astype(np.float32)
    x[random.random(x.shape) < 0.05] = np.nan
    return x, y


def best(work, rows, repeats):
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) / rows * 1e6


def peers(booster, forest, rows):
    singles, few = [rows[i:i + 1] for i in range(100)], xgb.DMatrix(rows[:20])
    return {
        "single": {"xgboost": best(lambda: [booster.inplace_predict(row, predict_type="margin") for row in singles], 100, 60),
                   "sklearn": best(lambda: [forest.predict(row) for row in singles[:10]], 10, 30)},
        "batch": {"xgboost": best(lambda: booster.inplace_predict(rows, predict_type="margin"), len(rows), 40),
                  "sklearn": best(lambda: forest.predict(rows), len(rows), 20)},
        "shap_batch": {"xgboost": best(lambda: booster.predict(few, pred_contribs=True), 20, 30)},
        "shap_single": {"xgboost": best(lambda: [booster.predict(xgb.DMatrix(row), pred_contribs=True) for row in singles[:5]], 5, 30)},
    }


def main():
    x, y = table(TRAINING_ROWS, 1)
    rows, _ = table(ROWS, 2)
    booster = xgb.train({"tree_method": "hist", "max_depth": 6, "eta": 0.1, "nthread": 1, "objective": "count:poisson"}, xgb.DMatrix(x, y), 200)
    booster.set_param({"nthread": 1})
    forest = HistGradientBoostingRegressor(max_iter=200, max_depth=6, max_leaf_nodes=64, learning_rate=0.1, early_stopping=False, loss="poisson").fit(x, y)
    with tempfile.TemporaryDirectory() as folder:
        model, values, out = (os.path.join(folder, name) for name in ("model.json", "rows.f32", "out.json"))
        booster.save_model(model)
        rows.tofile(values)
        subprocess.run(["dotnet", PROGRAM, "time-prediction", model, values, out], check=True)
        ours = json.load(open(out))
    print(f"XGBoost {xgb.__version__}; {ROWS:,} rows x {FEATURES}; 200 trees, depth 6; one thread; microseconds per row")
    for name, others in peers(booster, forest, rows).items():
        ratios = ", ".join(f"{peer} {time_:.3f} ({time_ / ours[name]:.1f}x)" for peer, time_ in others.items())
        print(f"{name:12} MusicFlow {ours[name]:.3f}; {ratios}")
    print(f"batch: {1 / ours['batch']:.2f} M rows/s; without AVX-512 {1 / ours['batch_portable']:.2f} M rows/s; load {ours['load_ms']:.1f} ms, compile {ours['compile_ms']:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())

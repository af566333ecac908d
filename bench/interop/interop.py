#!/usr/bin/python3
"""Does a model mean the same here and in the real XGBoost? Margins and contributions compared, in both directions.

usage: /usr/bin/python3 bench/interop/interop.py               compare; exit code 0 if everything agrees
       /usr/bin/python3 bench/interop/interop.py --fixtures    write the models and answers that the test suite checks without Python
Needs Debian's python3-xgboost and python3-numpy, and a build: dotnet build -c Release bench/MusicFlow.Benchmarks
"""
import json
import os
import subprocess
import sys
import tempfile

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import xgboost as xgb

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(HERE, "../MusicFlow.Benchmarks/bin/Release/net10.0/MusicFlow.Benchmarks.dll")
FIXTURES = os.path.join(HERE, "../../tests/MusicFlow.Learning.Tests/Fixtures")
MARGIN_LIMIT, CONTRIBUTION_LIMIT = 1e-6, 1e-5
CLASSES = 4
TASKS = {
    "squared-error": {"objective": "reg:squarederror"},
    "poisson": {"objective": "count:poisson"},
    "tweedie": {"objective": "reg:tweedie", "tweedie_variance_power": 1.2},
    "logistic": {"objective": "binary:logistic"},
    "softmax": {"objective": "multi:softprob", "num_class": CLASSES},
    "leaf-wise": {"objective": "reg:squarederror", "grow_policy": "lossguide", "max_leaves": 40, "max_depth": 0},
    "forest": {"objective": "reg:squarederror", "num_parallel_tree": 5, "subsample": 0.6, "colsample_bynode": 0.6},
    "dart": {"objective": "reg:squarederror", "booster": "dart", "rate_drop": 0.2},
}

TRAINED_HERE = ["squared-error", "poisson", "tweedie", "logistic", "softmax", "quantile", "leaf-wise", "forest"]


def table(rows, features, seed):
    """Values of several kinds, one in eight missing."""
    random = np.random.default_rng(seed)
    x = np.hstack([random.normal(size=(rows, features - features // 2)), random.integers(0, 5, (rows, features // 2))]).astype(np.float32)
    signal = x[:, 0] - 0.5 * x[:, 1] * x[:, 2] + 0.3 * x[:, -1]
    x[random.random(x.shape) < 0.125] = np.nan
    return x, signal + random.normal(size=rows)


def target(task, signal):
    if task in ("poisson", "tweedie"):
        return np.clip(np.floor(np.exp(signal / 2)), 0, 30)
    if task == "logistic":
        return (signal > 0.5).astype(np.float32)
    if task == "softmax":
        return np.digitize(signal, [-1, 0, 1.5])
    return signal


def train(task, rows, features, rounds, depth, base_score):
    x, signal = table(rows, features, 11)
    parameters = {"tree_method": "hist", "max_depth": depth, "eta": 0.2, "nthread": 1, "seed": 1, "base_score": base_score, **TASKS[task]}
    return xgb.train(parameters, xgb.DMatrix(x, target(task, signal)), 3 if task == "forest" else rounds)


def answers(booster, rows):
    matrix = xgb.DMatrix(rows)
    return {"margins": booster.predict(matrix, output_margin=True), "predictions": booster.predict(matrix), "contributions": booster.predict(matrix, pred_contribs=True)}


def ask(model, rows, folder):
    """What our side says about the rows, and its own copy of the model."""
    values, prefix = os.path.join(folder, "rows.f32"), os.path.join(folder, "ours")
    rows.astype(np.float32).tofile(values)
    subprocess.run(["dotnet", PROGRAM, "explain-model", model, values, prefix], check=True)
    return {name: np.fromfile(f"{prefix}.{name}.f32", np.float32) for name in ("margins", "predictions", "contributions")}, prefix + ".json"


def differ(case, ours, theirs):
    """One line with the largest differences; true when they are within the limits."""
    distance = {name: float(np.max(np.abs(theirs[name].ravel().astype(np.float64) - ours[name].ravel()))) for name in theirs}
    equal = np.array_equal(theirs["margins"].ravel(), ours["margins"].ravel())
    good = distance["margins"] <= MARGIN_LIMIT and distance["predictions"] <= MARGIN_LIMIT and distance["contributions"] <= CONTRIBUTION_LIMIT
    print(f"{'ok  ' if good else 'FAIL'} {case:32} max |d| margin {distance['margins']:.1e}{' (same bits)' if equal else ''}, "
          f"prediction {distance['predictions']:.1e}, contribution {distance['contributions']:.1e}")
    return good


def load(path):
    booster = xgb.Booster()
    booster.load_model(path)
    return booster


def there_and_back(task, folder):
    """XGBoost's model read here, then written here and read by XGBoost again."""
    booster = train(task, 4000, 12, 60, 6, 0.4)
    rows, _ = table(2000, 12, 12)
    model = os.path.join(folder, "theirs.json")
    booster.save_model(model)
    theirs = answers(booster, rows)
    ours, copy = ask(model, rows, folder)
    forth = differ(f"{task}: XGBoost to here", ours, theirs)
    return forth & differ(f"{task}: and back again", answers(load(copy), rows), theirs)


def trained_here(task, folder):
    """A model trained here, read by XGBoost, saved by it and read here again."""
    x, signal = table(4000, 12, 11)
    rows, _ = table(2000, 12, 12)
    samples, targets, model = (os.path.join(folder, name) for name in ("samples.f32", "targets.f32", "model.json"))
    x.tofile(samples)
    target(task, signal).astype(np.float32).tofile(targets)
    subprocess.run(["dotnet", PROGRAM, "train-for-interop", task, samples, "12", targets, model], check=True)
    booster = load(model)
    booster.feature_names = None
    theirs = answers(booster, rows)
    ours, _ = ask(model, rows, folder)
    forth = differ(f"{task}: from here to XGBoost", ours, theirs)
    copy = os.path.join(folder, "copy.json")
    booster.save_model(copy)
    again, _ = ask(copy, rows, folder)
    return forth & differ(f"{task}: and back again", again, ours)


def compare():
    print(f"XGBoost {xgb.__version__}; 2,000 rows x 12, one value in eight missing; limits: margin {MARGIN_LIMIT}, contribution {CONTRIBUTION_LIMIT}")
    with tempfile.TemporaryDirectory() as folder:
        results = [there_and_back(task, folder) for task in TASKS] + [trained_here(task, folder) for task in TRAINED_HERE]
    print(f"verdict: {sum(results)} of {len(results)} cases agree with XGBoost {xgb.__version__}")
    return 0 if all(results) else 1


def write_fixtures():
    """Per task one JSON: the model as XGBoost wrote it, rows (null = missing) and XGBoost's answers, as float32 in shortest digits."""
    def spell(values):
        return [None if np.isnan(v) else float(str(v)) for v in np.asarray(values, np.float32).ravel()]
    for task in TASKS:
        booster = train(task, 600, 6, 6 if task == "softmax" else 12, 4, 0.4)
        rows, _ = table(24, 6, 13)
        with tempfile.TemporaryDirectory() as folder:
            booster.save_model(os.path.join(folder, "model.json"))
            model = open(os.path.join(folder, "model.json")).read()
        answered = ", ".join(f"{json.dumps(name)}: {json.dumps(spell(values))}" for name, values in answers(booster, rows).items())
        with open(os.path.join(FIXTURES, f"xgboost-{xgb.__version__}-{task}.json"), "w") as out:
            out.write(f'{{"model": {model},\n"rows": {json.dumps(spell(rows))},\n{answered}}}\n')
    return 0


if __name__ == "__main__":
    sys.exit(write_fixtures() if sys.argv[1:] == ["--fixtures"] else compare())

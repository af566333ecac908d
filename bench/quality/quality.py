"""Quality beside XGBoost and scikit-learn on real listeners: same rows, same features, same splits.

    /usr/bin/python3 bench/quality/quality.py DATA [--draws 16] [--seeds 42,43,44,45,46] [--card models/default/MODEL_CARD.md]

DATA is the folder with histories/listener*.zip and catalogue/catalogue_full.csv.gz. The program writes each listener's training
table, its own answers for the held-out rows and those of the seed's recipe; the peers learn the same training rows here, with the
settings below, and answer for the same held-out rows. Prints Markdown; with --card it replaces that section of the model card.
"""
import argparse
import collections
import glob
import os
import subprocess
import sys

import numpy as np
import xgboost
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_poisson_deviance, roc_auc_score

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = os.path.join(HERE, "..", ".work", "quality")
PROGRAM = os.path.join(HERE, "..", "MusicFlow.Benchmarks", "bin", "Release", "net10.0", "MusicFlow.Benchmarks.dll")
BEGIN, END = "<!-- beside peers: begin -->", "<!-- beside peers: end -->"
CAP = 30
XGB = dict(objective="count:poisson", eta=0.05, max_depth=5, min_child_weight=5, subsample=0.8, colsample_bytree=0.8,
           tree_method="hist", nthread=1, seed=0)


def ndcg(truth, answer, k=20):
    gain, discount = np.log2(1 + truth), 1 / np.log2(np.arange(2, k + 2))
    order = np.argsort(-answer, kind="stable")[:k]
    return (gain[order] * discount).sum() / (np.sort(gain)[::-1][:k] * discount).sum()


def xgb_fixed(x, y, folds, test):
    model = xgboost.train({**XGB, "base_score": float(y.mean())}, xgboost.DMatrix(x, y), 300)
    return model.predict(xgboost.DMatrix(test))


def xgb_early(x, y, folds, test):
    """Rounds by early stopping on one fold, then all rows."""
    settings, held = {**XGB, "base_score": float(y.mean())}, folds == 0
    tried = xgboost.train(settings, xgboost.DMatrix(x[~held], y[~held]), 2000, evals=[(xgboost.DMatrix(x[held], y[held]), "held")],
                          early_stopping_rounds=40, verbose_eval=False)
    return xgboost.train(settings, xgboost.DMatrix(x, y), tried.best_iteration + 1).predict(xgboost.DMatrix(test))


def sklearn_fixed(x, y, folds, test):
    return HistGradientBoostingRegressor(loss="poisson", learning_rate=0.05, max_iter=300, max_depth=5, early_stopping=False,
                                         random_state=0).fit(x, y).predict(test)


def sklearn_early(x, y, folds, test):
    return HistGradientBoostingRegressor(loss="poisson", learning_rate=0.05, max_iter=2000, max_depth=5, early_stopping=True,
                                         n_iter_no_change=40, random_state=0).fit(x, y).predict(test)


PEERS = {"XGBoost 1.7.4, 300 rounds": xgb_fixed, "XGBoost 1.7.4, early stopping": xgb_early,
         "scikit-learn 1.2.1, 300 rounds": sklearn_fixed, "scikit-learn 1.2.1, early stopping": sklearn_early}


def scores(truth, answer, chance=None):
    """AUC by the chance of a stream where the learner tells it, else by the expected streams."""
    answer = np.clip(answer, 1e-6, CAP)
    return mean_poisson_deviance(truth, answer), roc_auc_score(truth > 0, answer if chance is None else chance), ndcg(truth, answer)


def judge(split):
    """All scores of one split: learner -> list of (deviance, AUC, NDCG@20), and what the ranges held."""
    table, ranges = collections.defaultdict(list), []
    for path in sorted(glob.glob(os.path.join(WORK, f"*-{split}-*.ours"))):
        def read(part):
            return np.fromfile(path[:-len("ours")] + part, dtype="<f4")
        y, truth, ours = read("train-streams"), read("test-streams"), read("ours")
        x, test, folds = read("train").reshape(len(y), -1), read("test").reshape(len(truth), -1), read("folds")
        table["MusicFlow"].append(scores(truth, ours, read("chance")))
        table["MusicFlow, AUC by its expected streams"].append(scores(truth, ours))
        for name, peer in PEERS.items():
            table[name].append(scores(truth, peer(x, y, folds, test)))
        table["the seed's recipe"].append(scores(truth, read("seed")))
        ranges.append(np.stack([ours, truth, read("low"), read("high")]))
    return table, np.concatenate(ranges, axis=1)


def scores_table(table):
    lines = ["| median over listeners and seeds | Poisson deviance | AUC (> 0) | NDCG@20 |", "|---|--:|--:|--:|"]
    for name, rows in table.items():
        lines.append("| %s | %.3f | %.4f | %.3f |" % (name, *np.median(np.array(rows), axis=0)))
    return lines


def coverage_table(ranges):
    """Coverage by tenth of the expected streams; the smallest set is the single count that covers most of the tenth's rows by mode."""
    lines = ["| tenth | expected streams | coverage | mean width | ranges of a single count |", "|--:|--:|--:|--:|--:|"]
    order = np.argsort(ranges[0], kind="stable")
    for index, rows in enumerate(np.array_split(order, 10)):
        mean, truth, low, high = ranges[:, rows]
        lines.append("| %d | %.2f–%.2f | %.1f %% | %.2f | %.0f %% |" % (
            index + 1, mean.min(), mean.max(), 100 * ((truth >= low) & (truth <= high)).mean(), (high - low).mean(), 100 * (low == high).mean()))
    mean, truth, low, high = ranges
    lines.append("| all | | %.1f %% | %.2f | %.0f %% |" % (100 * ((truth >= low) & (truth <= high)).mean(), (high - low).mean(), 100 * (low == high).mean()))
    return lines


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data")
    arguments.add_argument("--draws", default="16")
    arguments.add_argument("--seeds", default="42,43,44,45,46")
    arguments.add_argument("--card")
    arguments.add_argument("--keep", action="store_true", help="judge the tables of the last run again")
    given = arguments.parse_args()
    if not given.keep:
        for old in glob.glob(os.path.join(WORK, "*")):
            os.remove(old)
        subprocess.run(["dotnet", PROGRAM, "quality-tables", given.data, WORK, given.draws, given.seeds, "track,time"], check=True)
    track, ranges = judge("track")
    time, _ = judge("time")
    ours, seed = np.median([row[0] for row in track["MusicFlow"]]), np.median([row[0] for row in track["the seed's recipe"]])
    lines = ["## Personal models beside XGBoost and scikit-learn", "",
             f"The five listeners, a model each, all features, seeds {given.seeds}; peers learn the same rows and features "
             "(`bench/quality/quality.py` holds their settings and makes these tables). AUC asks who gets at least one stream: MusicFlow "
             "answers with the chance that it tells beside the expected streams, the peers' models tell expected streams only.", "",
             "### 20 % of the tracks held out", "", *scores_table(track), "",
             "Deviance is %.0f %% lower than that of the seed's own recipe (its 33 features, squared error on log1p)." % (100 * (1 - ours / seed)), "",
             "### The time to come held out", "", *scores_table(time), "",
             "### Coverage of the 80 % ranges by tenth of the expected streams (track split, pooled)", "", *coverage_table(ranges), ""]
    text = "\n".join(lines)
    print(text)
    if given.card:
        with open(given.card, encoding="utf-8") as file:
            card = file.read()
        if BEGIN in card:
            card = card[:card.index(BEGIN)] + card[card.index(END) + len(END):].lstrip("\n")
        place = card.index("## Limits")
        with open(given.card, "w", encoding="utf-8") as file:
            file.write(card[:place] + BEGIN + "\n" + text + "\n" + END + "\n\n" + card[place:])
    return 0


if __name__ == "__main__":
    sys.exit(main())

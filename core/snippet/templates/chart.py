# @WHAT@
# Written by Hareloom @VERSION@. It reads the session itself: Python 3.8, pandas and matplotlib are enough.
# With a file's name as argument (chart.pdf) the chart is written there; without, it is shown.
import json
import pathlib
import sqlite3
import struct
import sys

import matplotlib.pyplot as plt
import pandas as pd

SESSION = @SESSION@
METRIC = @METRIC@
AXIS = @AXIS@
IS_LOG = @LOG@
# What theory says, where it says something: variant, what of the chains it describes, generations, values.
THEORY = [@THEORY@]


def measured(db):
    """Yields chain, generation and {metric: value}, as docs/session-format.md of Hareloom says."""
    names = dict(db.execute("SELECT id, name FROM metricNames"))
    for place, count, body in db.execute("SELECT place, count, body FROM blocks ORDER BY place"):
        at, numbers, metrics = 0, 0, []

        def whole():  # changes `at`: never call it within `at += ...`
            nonlocal at
            value = shift = 0
            while True:
                byte = body[at]
                at += 1
                value |= (byte & 127) << shift
                shift += 7
                if byte < 128:
                    return value

        def reals(n):
            nonlocal at
            at += 8 * n
            return struct.unpack_from(f"<{n}d", body, at - 8 * n)

        for index in range(count):
            flags, snapshot = whole(), None
            if flags & 1:
                reals(1)
            for _ in range(4 * bool(flags & 4) + bool(flags & 8)):
                whole()
            if flags & 32:
                for _ in range(whole()):
                    whole()
                numbers = whole()
            if flags & 2:
                snapshot = reals(numbers)
            if flags & 64:
                length = whole()
                at += length
            if flags & 16:
                metrics = [(names[whole()], whole()) for _ in range(whole())]
            values = {name: snapshot[k - 1] if k else reals(1)[0] for name, k in metrics}
            yield place >> 32, (place & 0xFFFFFFFF) + index, values
            if flags & 128:
                length = whole()
                at += length
            if flags & 256:
                whole()
            if flags & 512:
                at += 32


def read(path, metric):
    """The titles of the variants, their branches, and a row for each chain and generation."""
    db = sqlite3.connect(pathlib.Path(path).resolve().as_uri() + "?mode=ro", uri=True)
    meta = dict(db.execute("SELECT key, value FROM meta"))
    experiment = json.loads(meta["experiment"])
    titles = [variant["title"] for variant in experiment.get("variants", [])] or [experiment["title"]]
    branches = json.loads(meta.get("branches", "[]"))
    rows = [(chain, generation, values[metric]) for chain, generation, values in measured(db) if metric in values]
    frame = pd.DataFrame(rows, columns=["chain", "generation", "value"])
    # A branch shares the generations before it with the chain of the same number in another variant.
    for branch in branches:
        for replicate in range(experiment["chains"]):
            parent = frame[frame.chain == branch["from"] * experiment["chains"] + replicate]
            shared = parent[parent.generation < branch["at"]]
            frame = pd.concat([frame, shared.assign(chain=branch["variant"] * experiment["chains"] + replicate)])
    frame["variant"] = frame.chain // experiment["chains"]
    return titles, {branch["variant"]: branch["at"] for branch in branches}, frame


titles, branches, frame = read(SESSION, METRIC)
finite = frame[frame.value.abs() < float("inf")]
# Over the chains of each variant: the median, and the band that holds the middle 80%.
summary = finite.groupby(["variant", "generation"]).value.quantile([0.1, 0.5, 0.9]).unstack()
summary.columns = ["low", "median", "high"]

figure, axes = plt.subplots(figsize=(7, 3.6))
for variant, lines in summary.groupby(level="variant"):
    lines = lines.droplevel("variant")
    lines = lines[lines.index >= branches.get(variant, 0) - 1]
    (line,) = axes.plot(lines.index, lines["median"], label=titles[variant].replace("$", r"\$"))
    if frame[frame.variant == variant].chain.nunique() > 1:
        axes.fill_between(lines.index, lines["low"], lines["high"], color=line.get_color(), alpha=0.2, linewidth=0)
    for of, statistic, generations, values in THEORY:
        if of == variant:  # one entry in the legend stands for all
            label = f"theory ({statistic})" if of == THEORY[0][0] else "_theory"
            axes.plot(generations, values, color=line.get_color(), linestyle="--", label=label)
axes.set_xlabel("Generation")
axes.set_ylabel(AXIS)
if IS_LOG:
    axes.set_yscale("log")
if len(axes.get_lines()) > 1:
    axes.legend(frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
figure.tight_layout()
if len(sys.argv) > 1:
    figure.savefig(sys.argv[1])
else:
    plt.show()

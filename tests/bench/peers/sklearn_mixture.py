# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper's mixture chain with scikit-learn, as its notebook has it: 200 generations of two full components."""
import os

os.environ["OMP_NUM_THREADS"] = "1"  # faster at these sizes than more

import time
import warnings

import numpy
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")


def seconds(rows, seed):
    x = numpy.random.default_rng(seed).standard_normal((rows, 2))
    start = time.perf_counter()
    for generation in range(200):
        model = GaussianMixture(2, tol=1e-5, max_iter=2000, random_state=1000 * seed + generation).fit(x)
        x, _ = model.sample(rows)
    return time.perf_counter() - start


for rows in (500, 1000, 10_000):
    median = sorted(seconds(rows, seed) for seed in range(3))[1]
    print(f"M={rows} {200 / median:.6g}")

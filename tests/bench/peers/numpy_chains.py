# SPDX-License-Identifier: GPL-3.0-or-later
"""Gaussian chains as a careful NumPy user writes them: all chains in one array, in place."""
import time

import numpy


def chains(rows, count, generations, seed=1):
    rng = numpy.random.default_rng(seed)
    mean, deviation = numpy.zeros(count), numpy.ones(count)
    x = numpy.empty((count, rows))
    for _ in range(generations):
        rng.standard_normal(out=x)
        x *= deviation[:, None]
        x += mean[:, None]
        mean = x.mean(axis=1)
        deviation = x.std(axis=1, ddof=1)
    return deviation


def seconds(rows, count, generations):
    start = time.perf_counter()
    chains(rows, count, generations)
    return time.perf_counter() - start


for rows, count, generations in ((100, 2000, 50), (10_000, 100, 50), (1_000_000, 1, 50)):
    median = sorted(seconds(rows, count, generations) for _ in range(5))[2]
    print(f"M={rows} {rows * count * generations / median:.6g}")

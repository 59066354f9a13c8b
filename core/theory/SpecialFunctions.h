// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hareloom {

/// psi(x), the derivative of ln Gamma, x > 0; relative error below 1e-13 away from its zero at 1.46.
/// NaN for x <= 0. NIST DLMF 5.5.2 (recurrence) and 5.11.2 (asymptotic series).
double digamma(double x);

/// psi'(x), x > 0; NaN for x <= 0. DLMF 5.15.5 and 5.15.8.
double trigamma(double x);

/// psi''(x), x > 0, negative; NaN for x <= 0. DLMF 5.15.5, and the derivative of 5.15.8.
double tetragamma(double x);

/// E[s] / sigma of the unbiased sample standard deviation of M normal rows, M >= 2:
/// sqrt(2 / (M - 1)) Gamma(M / 2) / Gamma((M - 1) / 2), in (0, 1); relative error below 1e-13. NaN for M < 2.
/// Holtzman 1950.
double c4(double rows);

/// sin(x) / x, with the limit 1 at 0.
double sinc(double x);

} // namespace hareloom

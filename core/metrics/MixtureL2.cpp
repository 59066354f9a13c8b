// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/MixtureL2.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace hareloom {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// N(x; 0, S) for one covariance S: whitened by its Cholesky factor.
class Kernel
{
public:
    explicit Kernel(const Matrix& covariance) : m_covariance(covariance), m_factor(covariance)
    {
        const Vector diagonal = m_factor.matrixLLT().diagonal();
        m_isSingular = m_factor.info() != Eigen::Success || !(diagonal.minCoeff() > 0);
        if (!m_isSingular)
            m_logScale = -diagonal.array().log().sum() -
                         0.5 * static_cast<double>(covariance.rows()) * std::log(2 * std::numbers::pi);
    }

    bool isSingular() const { return m_isSingular; }
    /// Columns of `differences` (d, n), whitened in place.
    void whiten(Matrix& differences) const { m_factor.matrixL().solveInPlace(differences); }
    double density(double whitenedSquare) const { return std::exp(m_logScale - 0.5 * whitenedSquare); }

    /// The density at `x` where S is singular: all of it on S's range.
    double singularDensity(const Vector& x) const
    {
        const Eigen::LDLT<Matrix> factor(m_covariance);
        const Vector back = m_covariance * factor.solve(x);
        return (back - x).norm() <= 1e-12 * x.norm() ? kInfinity : 0.0;
    }

private:
    Matrix m_covariance;
    Eigen::LLT<Matrix> m_factor;
    double m_logScale = 0;
    bool m_isSingular = false;
};

double singularSum(const NormalMixture& f, const NormalMixture& g, const Kernel& kernel,
                   const StopToken& stop)
{
    for (int i = 0; i < f.components(); ++i) {
        if (!stop.proceed())
            return kNaN;
        for (int j = 0; j < g.components(); ++j)
            if (f.weights(i) * g.weights(j) > 0 &&
                kernel.singularDensity((f.means.row(i) - g.means.row(j)).transpose()) > 0)
                return kInfinity;
    }
    return 0;
}

/// All pairs under one kernel: every mean is whitened once.
double sumUnderOneKernel(const NormalMixture& f, const NormalMixture& g, const Kernel& kernel,
                         const StopToken& stop)
{
    if (kernel.isSingular())
        return singularSum(f, g, kernel, stop);
    Matrix a = f.means.transpose();
    Matrix b = g.means.transpose();
    kernel.whiten(a);
    kernel.whiten(b);
    double sum = 0;
    for (Eigen::Index i = 0; i < a.cols(); ++i) {
        if (!stop.proceed())
            return kNaN;
        double row = 0;
        for (Eigen::Index j = 0; j < b.cols(); ++j)
            row += g.weights(j) * kernel.density((a.col(i) - b.col(j)).squaredNorm());
        sum += f.weights(i) * row;
    }
    return sum;
}

double pairDensity(const Kernel& kernel, const Vector& difference)
{
    if (kernel.isSingular())
        return kernel.singularDensity(difference);
    Matrix whitened = difference;
    kernel.whiten(whitened);
    return kernel.density(whitened.squaredNorm());
}

double sumOverPairs(const NormalMixture& f, const NormalMixture& g, const StopToken& stop)
{
    double sum = 0;
    for (int i = 0; i < f.components(); ++i) {
        if (!stop.proceed())
            return kNaN;
        for (int j = 0; j < g.components(); ++j) {
            const double weight = f.weights(i) * g.weights(j);
            if (weight > 0)
                sum += weight * pairDensity(Kernel(f.covariance(i) + g.covariance(j)),
                                            (f.means.row(i) - g.means.row(j)).transpose());
        }
    }
    return sum;
}

bool isSingular(const NormalMixture& mixture)
{
    for (int k = 0; k < mixture.components(); ++k) {
        if (mixture.weights(k) > 0 && Kernel(mixture.covariance(k)).isSingular())
            return true;
        if (mixture.covariances.size() == 1)
            return false;
    }
    return false;
}

bool isSame(const NormalMixture& f, const NormalMixture& g)
{
    return f.components() == g.components() && f.weights == g.weights && f.means == g.means &&
           f.covariances == g.covariances;
}

} // namespace

double crossDensity(const NormalMixture& f, const NormalMixture& g, const StopToken& stop)
{
    if (f.dimension() != g.dimension() || !isFinite(f, stop) || !isFinite(g, stop))
        return kNaN;
    if (f.covariances.size() == 1 && g.covariances.size() == 1)
        return sumUnderOneKernel(f, g, Kernel(f.covariances[0] + g.covariances[0]), stop);
    return sumOverPairs(f, g, stop);
}

double squaredL2(const NormalMixture& f, const NormalMixture& g, const StopToken& stop)
{
    if (f.dimension() != g.dimension() || !isFinite(f, stop) || !isFinite(g, stop))
        return kNaN;
    if (isSame(f, g))
        return 0;
    if (isSingular(f) || isSingular(g))
        return kInfinity;
    const double distance =
        std::max(0.0, crossDensity(f, f, stop) + crossDensity(g, g, stop) - 2 * crossDensity(f, g, stop));
    return stop.stopRequested() ? kNaN : distance;
}

} // namespace hareloom

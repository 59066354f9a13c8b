// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/NormalMixture.h"

#include "core/data/CrossProducts.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace hareloom {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr Eigen::Index kPiece = 1 << 20; // components between two polls, of which some numbers are summed
constexpr Eigen::Index kRowsTogether = 1 << 14; // whose densities are found together
constexpr int kTails = 1 << 18;                 // of a component each, between two polls
constexpr Eigen::Index kDensities = 1 << 18;    // of a row and a component, between two polls

/// Calls work(first, count) on pieces of [0, n), until a stop.
template<class Work>
void forPieces(Eigen::Index n, const StopToken& stop, const Work& work)
{
    for (Eigen::Index first = 0; first < n && stop.proceed(); first += kPiece)
        work(first, std::min(kPiece, n - first));
}

// Log density of one component at each row; -inf everywhere but at the mean for a singular covariance.
Vector componentLogDensity(const NormalMixture& mixture, int k, const Eigen::LLT<Matrix>& factor,
                           MatrixView rows)
{
    const auto d = static_cast<double>(mixture.dimension());
    if (factor.info() != Eigen::Success)
        return Vector::Constant(rows.rows(), -kInfinity);
    Matrix centred = (rows.rowwise() - mixture.means.row(k)).transpose();
    factor.matrixL().solveInPlace(centred);
    const double logDeterminant = 2 * Matrix(factor.matrixL()).diagonal().array().log().sum();
    const double constant = -0.5 * (d * std::log(2 * std::numbers::pi) + logDeterminant);
    return (constant - 0.5 * centred.colwise().squaredNorm().array()).matrix().transpose();
}

// Means that are all the same: sums over weights that round would make them differ.
bool isConcentric(const NormalMixture& mixture)
{
    return ((mixture.means.rowwise() - mixture.means.row(0)).array() == 0).all();
}

double standardCdf(double z)
{
    return 0.5 * std::erfc(-z * std::numbers::sqrt2 / 2);
}

// Sums over more than kPiece components are added up piece by piece, with one shared covariance.
std::pair<Vector, Matrix> momentsInPieces(const NormalMixture& mixture, const StopToken& stop)
{
    const auto d = static_cast<Eigen::Index>(mixture.dimension());
    const Eigen::RowVectorXd first = mixture.means.row(0);
    Vector mean = Vector::Zero(d);
    Matrix covariance = mixture.covariances.front();
    bool isConcentric = true;
    forPieces(mixture.components(), stop, [&](Eigen::Index at, Eigen::Index count) {
        const auto means = mixture.means.middleRows(at, count);
        isConcentric = isConcentric && ((means.rowwise() - first).array() == 0).all();
        mean += means.transpose() * mixture.weights.segment(at, count);
    });
    if (isConcentric)
        mean = first.transpose();
    forPieces(mixture.components(), stop, [&](Eigen::Index at, Eigen::Index count) {
        const Matrix centred = mixture.means.middleRows(at, count).rowwise() - mean.transpose();
        const Matrix weighted = mixture.weights.segment(at, count).asDiagonal() * centred;
        covariance += crossProducts(weighted, centred);
    });
    return {std::move(mean), std::move(covariance)};
}

Vector logDensityOfBlock(const NormalMixture& mixture, MatrixView rows, const StopToken& stop)
{
    const auto between =
        static_cast<int>(std::max<Eigen::Index>(1, kDensities / std::max<Eigen::Index>(1, rows.rows())));
    Vector highest = Vector::Constant(rows.rows(), -kInfinity);
    Vector sum = Vector::Zero(rows.rows());
    Eigen::LLT<Matrix> factor;
    for (int k = 0; k < mixture.components(); ++k) {
        if (k % between == 0 && !stop.proceed())
            return highest;
        if (k == 0 || mixture.covariances.size() > 1)
            factor.compute(mixture.covariance(k));
        if (mixture.weights[k] <= 0)
            continue;
        const Vector part =
            componentLogDensity(mixture, k, factor, rows).array() + std::log(mixture.weights[k]);
        for (Eigen::Index i = 0; i < rows.rows(); ++i) {
            if (part[i] == -kInfinity)
                continue;
            if (part[i] > highest[i]) {
                sum[i] = sum[i] * std::exp(highest[i] - part[i]) + 1;
                highest[i] = part[i];
            } else {
                sum[i] += std::exp(part[i] - highest[i]);
            }
        }
    }
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        highest[i] = sum[i] > 0 ? highest[i] + std::log(sum[i]) : -kInfinity;
    return highest;
}

} // namespace

NormalMixture NormalMixture::single(Vector mean, Matrix covariance)
{
    NormalMixture mixture;
    mixture.weights = Vector::Ones(1);
    mixture.means = mean.transpose();
    mixture.covariances.push_back(std::move(covariance));
    return mixture;
}

NormalMixture NormalMixture::single(double mean, double variance)
{
    NormalMixture mixture;
    mixture.weights.setOnes(1);
    mixture.means.setConstant(1, 1, mean);
    mixture.covariances.resize(1);
    mixture.covariances.front().setConstant(1, 1, variance);
    return mixture;
}

NormalMixture narrowed(NormalMixture mixture, double lambda)
{
    for (Matrix& covariance : mixture.covariances)
        covariance *= lambda;
    return mixture;
}

Vector meanOf(const NormalMixture& mixture)
{
    if (isConcentric(mixture))
        return mixture.means.row(0).transpose();
    return mixture.means.transpose() * mixture.weights;
}

Matrix covarianceOf(const NormalMixture& mixture)
{
    const Matrix centred = mixture.means.rowwise() - meanOf(mixture).transpose();
    const Matrix weighted = mixture.weights.asDiagonal() * centred;
    Matrix total = crossProducts(weighted, centred);
    if (mixture.covariances.size() == 1)
        return total + mixture.covariances.front();
    for (int k = 0; k < mixture.components(); ++k)
        total += mixture.weights[k] * mixture.covariance(k);
    return total;
}

std::pair<Vector, Matrix> momentsOf(const NormalMixture& mixture, const StopToken& stop)
{
    if (mixture.components() > kPiece && mixture.covariances.size() == 1)
        return momentsInPieces(mixture, stop);
    return {meanOf(mixture), covarianceOf(mixture)};
}

bool isFinite(const NormalMixture& mixture, const StopToken& stop)
{
    const auto areFinite = [&stop](const double* values, Eigen::Index count) {
        bool allFinite = true;
        forPieces(count, stop, [&](Eigen::Index first, Eigen::Index size) {
            allFinite = allFinite && Eigen::Map<const Vector>(values + first, size).allFinite();
        });
        return allFinite;
    };
    return areFinite(mixture.weights.data(), mixture.weights.size()) &&
           areFinite(mixture.means.data(), mixture.means.size()) &&
           std::all_of(mixture.covariances.begin(), mixture.covariances.end(),
                       [](const Matrix& covariance) { return covariance.allFinite(); });
}

Vector logDensity(const NormalMixture& mixture, MatrixView rows)
{
    return logDensity(mixture, rows, {});
}

Vector logDensity(const NormalMixture& mixture, MatrixView rows, const StopToken& stop)
{
    Vector found(rows.rows());
    for (Eigen::Index first = 0; first < rows.rows() && stop.proceed(); first += kRowsTogether) {
        const Eigen::Index count = std::min(kRowsTogether, rows.rows() - first);
        found.segment(first, count) = logDensityOfBlock(mixture, rows.middleRows(first, count), stop);
    }
    return found;
}

double marginalCdf(const NormalMixture& mixture, int j, double x, const StopToken& stop)
{
    double total = 0;
    for (int k = 0; k < mixture.components(); ++k) {
        if (k % kTails == 0 && !stop.proceed())
            return total;
        const double deviation = std::sqrt(mixture.covariance(k)(j, j));
        const double distance = x - mixture.means(k, j);
        const double mass = deviation > 0 ? standardCdf(distance / deviation) : (distance >= 0 ? 1.0 : 0.0);
        total += mixture.weights[k] * mass;
    }
    return std::clamp(total, 0.0, 1.0);
}

namespace {

/// Where all of the mixture's mass lies, as far as numbers can tell.
std::pair<double, double> reachOf(const NormalMixture& mixture, int j, const StopToken& stop)
{
    double low = kInfinity, high = -kInfinity;
    for (int k = 0; k < mixture.components() && (k % kTails != 0 || stop.proceed()); ++k) {
        const double reach = 40 * std::sqrt(mixture.covariance(k)(j, j));
        low = std::min(low, mixture.means(k, j) - reach);
        high = std::max(high, mixture.means(k, j) + reach);
    }
    return {low, high};
}

/// Mass and density of the tail that ends, or begins, at x.
std::pair<double, double> tailAt(const NormalMixture& mixture, int j, double x, bool isUpper)
{
    double mass = 0, density = 0;
    for (int k = 0; k < mixture.components(); ++k) {
        const double deviation = std::sqrt(mixture.covariance(k)(j, j));
        const double inwards = isUpper ? mixture.means(k, j) - x : x - mixture.means(k, j), z = inwards / deviation;
        if (!(deviation > 0)) {
            mass += inwards >= 0 ? mixture.weights[k] : 0.0;
            continue;
        }
        mass += mixture.weights[k] * standardCdf(z);
        density += mixture.weights[k] * std::exp(-z * z / 2) / (deviation * std::sqrt(2 * std::numbers::pi));
    }
    return {mass, density};
}

} // namespace

// Newton's steps on the logarithm of the tail's mass, which is nearly a parabola there; bisection where they
// leave what is known to hold the answer.
double marginalQuantile(const NormalMixture& mixture, int j, double below, double above)
{
    const bool isUpper = above < below;
    const double wanted = std::min(below, above), outwards = isUpper ? 1 : -1;
    auto [low, high] = reachOf(mixture, j, {});
    if (!(wanted > 0))
        return isUpper ? high : low;
    double x = low + (high - low) / 2;
    for (int i = 0; i < 200; ++i) {
        const auto [mass, density] = tailAt(mixture, j, x, isUpper);
        const bool isTooFarOut = mass < wanted;
        (isTooFarOut == isUpper ? high : low) = x;
        const double step = outwards * mass / density * std::log(mass / wanted);
        double next = x + step;
        if (!(next > low && next < high))
            next = low + (high - low) / 2;
        if (next == x || std::abs(next - x) <= 1e-15 * std::abs(x) || !(low < high))
            return next;
        x = next;
    }
    return x;
}

double marginalQuantile(const NormalMixture& mixture, int j, double p, const StopToken& stop)
{
    auto [low, high] = reachOf(mixture, j, stop);
    for (int i = 0; i < 200 && low < high && !stop.stopRequested(); ++i) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        (marginalCdf(mixture, j, middle, stop) < p ? low : high) = middle;
    }
    return high;
}

} // namespace hareloom

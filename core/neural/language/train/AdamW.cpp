// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/train/AdamW.h"

#include "core/neural/kernels/FloatLanes.h"

#include <algorithm>
#include <cmath>

namespace hareloom::neural {
namespace {

constexpr std::int64_t kChunk = 16'384; // parameters that one thread updates in one go

struct Step
{
    float keep1, take1, keep2, take2;
    float share;       // of the gradient
    float shrink;      // what decay leaves of a weight
    float rate;        // learning rate over the first moment's correction
    float correction2; // square root of the second moment's correction
    float epsilon;
};

HARELOOM_EVERY_WIDTH
void move(const Step& s, std::int64_t n, const float* gradient, float* w, float* m, float* v)
{
    for (std::int64_t i = 0; i < n; ++i) {
        const float g = gradient[i] * s.share;
        m[i] = s.keep1 * m[i] + s.take1 * g;
        v[i] = s.keep2 * v[i] + s.take2 * g * g;
        w[i] = w[i] * s.shrink - s.rate * m[i] / (std::sqrt(v[i]) / s.correction2 + s.epsilon);
    }
}

HARELOOM_EVERY_WIDTH
double sumOfSquares(const float* x, std::int64_t n)
{
    lanes::F total{};
    float rest = 0;
    std::int64_t i = 0;
    for (; i + lanes::kLanes <= n; i += lanes::kLanes)
        total += lanes::load(x + i) * lanes::load(x + i);
    for (; i < n; ++i)
        rest += x[i] * x[i];
    return static_cast<double>(lanes::sum(total)) + static_cast<double>(rest);
}

} // namespace

AdamW::AdamW(const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan) : m_plan(plan)
{
    const auto all = static_cast<std::size_t>(parameterCount(architecture));
    first.assign(all, 0.0F);
    second.assign(all, 0.0F);
    for (const LanguageTensor& tensor : tensorsOf(architecture))
        for (std::int64_t at = 0; at < tensor.size(); at += kChunk)
            m_chunks.push_back({tensor.offset + at, std::min(kChunk, tensor.size() - at), tensor.decays});
}

void AdamW::update(ShardTeam& team, std::int64_t step, double rate, float share, const float* gradient,
                   float* weights)
{
    const auto t = static_cast<double>(step + 1);
    Step s;
    s.keep1 = static_cast<float>(m_plan.beta1);
    s.take1 = static_cast<float>(1 - m_plan.beta1);
    s.keep2 = static_cast<float>(m_plan.beta2);
    s.take2 = static_cast<float>(1 - m_plan.beta2);
    s.share = share;
    s.rate = static_cast<float>(rate / (1 - std::pow(m_plan.beta1, t)));
    s.correction2 = static_cast<float>(std::sqrt(1 - std::pow(m_plan.beta2, t)));
    s.epsilon = static_cast<float>(m_plan.epsilon);
    const auto shrink = static_cast<float>(1 - rate * m_plan.weightDecay);
    // A piece is several chunks: biases are short.
    constexpr std::int64_t kTogether = 8;
    const std::int64_t all = std::ssize(m_chunks);
    team.run((all + kTogether - 1) / kTogether, [&](std::int64_t piece) {
        for (std::int64_t c = piece * kTogether; c < std::min(all, (piece + 1) * kTogether); ++c) {
            const Chunk& chunk = m_chunks[static_cast<std::size_t>(c)];
            Step own = s;
            own.shrink = chunk.decays ? shrink : 1.0F;
            move(own, chunk.count, gradient + chunk.at, weights + chunk.at, first.data() + chunk.at,
                 second.data() + chunk.at);
        }
    });
}

double lengthOf(ShardTeam& team, const float* values, std::int64_t count)
{
    constexpr std::int64_t kPiece = 8 * kChunk;
    const std::int64_t pieces = (count + kPiece - 1) / kPiece;
    std::vector<double> sums(static_cast<std::size_t>(pieces));
    team.run(pieces, [&](std::int64_t p) {
        double sum = 0;
        for (std::int64_t at = p * kPiece; at < std::min(count, (p + 1) * kPiece); at += kChunk / 16)
            sum += sumOfSquares(values + at, std::min({kChunk / 16, count - at, (p + 1) * kPiece - at}));
        sums[static_cast<std::size_t>(p)] = sum;
    });
    double all = 0;
    for (const double sum : sums)
        all += sum;
    return std::sqrt(all);
}

} // namespace hareloom::neural

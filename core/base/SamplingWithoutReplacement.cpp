// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SamplingWithoutReplacement.h"

#include <cmath>
#include <numeric>

namespace hareloom {
namespace {

// Vitter's names, in lower camel case: n numbers are still wanted, N are still ahead, a skip passes S of them.
class SequentialSampler
{
public:
    SequentialSampler(std::int64_t count, std::int64_t population, Seed seed) : m_rng(seed), m_n(count), m_N(population)
    {
        m_picked.reserve(static_cast<std::size_t>(count));
    }

    std::vector<std::int64_t> run()
    {
        // Below one in 13 a skip is worth its logarithms; above, stepping along is cheaper (Vitter's alpha).
        if (m_n > 0)
            m_vPrime = root(m_n);
        while (m_n > 1 && 13 * m_n < m_N)
            take(skipByRejection());
        while (m_n > 1)
            take(skipBySearch());
        if (m_n == 1)
            take(static_cast<std::int64_t>(m_rng.below(static_cast<std::uint64_t>(m_N))));
        return std::move(m_picked);
    }

private:
    double root(std::int64_t degree) { return std::exp(std::log(m_rng.uniformPositive()) / static_cast<double>(degree)); }

    void take(std::int64_t skip)
    {
        m_next += skip;
        m_picked.push_back(m_next++);
        m_N -= skip + 1;
        --m_n;
    }

    // Algorithm A: search for the smallest S with quotient <= V.
    std::int64_t skipBySearch()
    {
        const double v = m_rng.uniformPositive();
        std::int64_t skip = 0;
        double top = static_cast<double>(m_N - m_n), all = static_cast<double>(m_N);
        double quotient = top / all;
        while (quotient > v) {
            ++skip;
            --top;
            --all;
            quotient *= top / all;
        }
        return skip;
    }

    // Algorithm D: propose from a continuous distribution, accept by a cheap squeeze or by the exact ratio.
    std::int64_t skipByRejection()
    {
        const double n = static_cast<double>(m_n), all = static_cast<double>(m_N);
        const std::int64_t limit = m_N - m_n + 1;
        for (;;) {
            double x = all * (1 - m_vPrime);
            auto skip = static_cast<std::int64_t>(x);
            while (skip >= limit) {
                m_vPrime = root(m_n);
                x = all * (1 - m_vPrime);
                skip = static_cast<std::int64_t>(x);
            }
            const double u = m_rng.uniformPositive();
            const double ratio = static_cast<double>(limit) / static_cast<double>(limit - skip);
            const double y1 = std::exp(std::log(u * all / static_cast<double>(limit)) / (n - 1));
            m_vPrime = y1 * (1 - x / all) * ratio;
            if (m_vPrime <= 1)
                return skip;
            if (all / (all - x) >= y1 * std::exp(std::log(acceptance(skip)) / (n - 1))) {
                m_vPrime = root(m_n - 1);
                return skip;
            }
            m_vPrime = root(m_n);
        }
    }

    double acceptance(std::int64_t skip) const
    {
        double product = 1, top = static_cast<double>(m_N - 1);
        const bool few = m_n - 1 > skip;
        double bottom = static_cast<double>(few ? m_N - m_n : m_N - skip - 1);
        const std::int64_t last = few ? m_N - skip : m_N - m_n + 1;
        for (std::int64_t t = m_N - 1; t >= last; --t)
            product *= top-- / bottom--;
        return product;
    }

    Rng m_rng;
    std::int64_t m_n, m_N;
    std::int64_t m_next = 0;
    double m_vPrime = 0;
    std::vector<std::int64_t> m_picked;
};

} // namespace

std::vector<std::int64_t> sampleWithoutReplacement(std::int64_t count, std::int64_t population, Seed seed)
{
    if (count == population) {
        std::vector<std::int64_t> all(static_cast<std::size_t>(count));
        std::iota(all.begin(), all.end(), std::int64_t{0});
        return all;
    }
    return SequentialSampler(count, population, seed).run();
}

} // namespace hareloom

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramRows.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

/// Rows that are written side by side: while one waits for its context from memory, the others go on.
constexpr std::size_t kAbreast = 16;

} // namespace

template<class RowOf>
void NGramRows::write(const RowOf& rowOf, MatrixRef out) const
{
    const auto length = static_cast<std::size_t>(m_length);
    std::vector<double> uniforms(kAbreast * length);
    std::array<NGramTables::State, kAbreast> states{};
    for (Eigen::Index first = 0; first < out.rows(); first += Eigen::Index{kAbreast}) {
        const auto count = static_cast<std::size_t>(std::min<Eigen::Index>(kAbreast, out.rows() - first));
        for (std::size_t k = 0; k < count; ++k) {
            const auto row = static_cast<std::size_t>(rowOf(first + static_cast<Eigen::Index>(k)));
            fillUniforms(m_seed, row * length, std::span(uniforms).subspan(k * length, length));
            states[k] = (*m_starts)[row % m_starts->size()];
        }
        for (std::size_t j = 0; j < length; ++j)
            for (std::size_t k = 0; k < count; ++k)
                out(first + static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(j)) =
                    m_model->draw(states[k], uniforms[k * length + j]);
    }
}

void NGramRows::read(std::int64_t first, MatrixRef out) const
{
    write([first](Eigen::Index i) { return first + i; }, out);
}

void NGramRows::gather(std::span<const std::int64_t> indices, MatrixRef out) const
{
    write([indices](Eigen::Index i) { return indices[static_cast<std::size_t>(i)]; }, out);
}

} // namespace hareloom

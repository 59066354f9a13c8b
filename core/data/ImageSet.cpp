// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ImageSet.h"

namespace hareloom {

void ImageRows::convert(std::int64_t image, std::int64_t row, MatrixRef out) const
{
    const std::uint8_t* bytes = m_images->pixels.data() + image * m_images->imageBytes();
    for (Eigen::Index j = 0; j < out.cols(); ++j)
        out(row, j) = bytes[j] / 255.0;
}

void ImageRows::read(std::int64_t first, MatrixRef out) const
{
    for (Eigen::Index i = 0; i < out.rows(); ++i)
        convert(first + i, i, out);
}

void ImageRows::gather(std::span<const std::int64_t> indices, MatrixRef out) const
{
    for (std::size_t i = 0; i < indices.size(); ++i)
        convert(indices[i], static_cast<std::int64_t>(i), out);
}

} // namespace hareloom

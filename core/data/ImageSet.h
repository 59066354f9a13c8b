// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"

#include <string>

namespace hareloom {

/// Grey images of one size in memory, a byte a pixel, row by row from the top. Immutable once shared.
struct ImageSet
{
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;        // (n, height, width)
    std::vector<std::uint8_t> labels;        // (n) in [0, classes), or empty
    std::vector<std::string> classNames;     // by label; empty without labels
    std::vector<int> classNumbers;           // by label: what files and settings call the class
    std::shared_ptr<const ImageSet> testSet; // images that no model is fitted on, or null
    std::string readAs;                      // what was left out of a folder, as a line for people; or empty

    std::int64_t count() const { return imageBytes() > 0 ? std::ssize(pixels) / imageBytes() : 0; }
    std::int64_t imageBytes() const { return static_cast<std::int64_t>(width) * height; }
    int classes() const { return static_cast<int>(classNames.size()); }
};
using ImageSetPtr = std::shared_ptr<const ImageSet>;

/// Images as rows (n, width * height) of numbers in [0, 1]: a byte over 255, converted when read.
class ImageRows final : public Dataset
{
public:
    explicit ImageRows(ImageSetPtr images) : m_images(std::move(images)) {}

    std::int64_t rows() const override { return m_images->count(); }
    int dimension() const override { return static_cast<int>(m_images->imageBytes()); }
    void read(std::int64_t first, MatrixRef out) const override;
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override;

private:
    void convert(std::int64_t image, std::int64_t row, MatrixRef out) const;

    ImageSetPtr m_images;
};

} // namespace hareloom

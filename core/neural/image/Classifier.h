// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/ImageSet.h"
#include "core/families/image/ImageNetworks.h"
#include "core/neural/kernels/Training.h"

namespace hareloom::neural {

/// A network of one hidden layer that tells classes of images apart; its hidden layer is the space in which
/// images are compared. Immutable once trained; any thread.
class Classifier
{
public:
    static constexpr int kFeatures = 192;

    /// The same images give the same classifier. Errors: Stopped, InvalidData.
    static Result<std::shared_ptr<const Classifier>> trained(const ImageSet& images,
                                                             const FitContext& context);

    /// Share of its test images that it gets right.
    double accuracy() const { return m_accuracy; }
    ClassifiedRows classify(MatrixView rows) const;

private:
    Classifier(int pixels, int classes) : m_pixels(pixels), m_classes(classes) {}
    Terms lossAndGradient(const float* parameters, std::int64_t rows, const float* images,
                          const std::int64_t* labels, float* gradient) const;
    /// Features (rows, kFeatures), which may be null, and the most likely class of each row.
    void look(std::int64_t rows, const float* images, float* features, std::int64_t* classes) const;
    double shareRight(const ImageSet& images, const std::vector<std::int64_t>& which) const;

    int m_pixels, m_classes;
    Floats m_parameters; // weight (f, pixels), bias (f), weight (classes, f), bias (classes)
    double m_accuracy = 0;
};

} // namespace hareloom::neural

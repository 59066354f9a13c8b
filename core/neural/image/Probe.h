// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/ImageNetworks.h"
#include "core/neural/image/Classifier.h"

namespace hareloom::neural {

class Probe final : public ImageProbe
{
public:
    Result<void> learnClasses(const ImageSetPtr& images, const FitContext& context) override;
    double accuracy() const override { return m_classifier->accuracy(); }
    ClassifiedRows classify(MatrixView rows) const override { return m_classifier->classify(rows); }
    Matrix encode(const VaeSnapshot& model, MatrixView rows) const override;
    Terms terms(const VaeSnapshot& model, MatrixView rows, Seed seed) const override;

private:
    std::shared_ptr<const Classifier> m_classifier;
};

} // namespace hareloom::neural

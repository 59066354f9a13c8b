// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/Probe.h"

#include "core/neural/image/VaeMath.h"
#include "core/neural/kernels/Rows.h"

#include <mutex>

namespace hareloom::neural {
namespace {

constexpr std::int64_t kBlock = 256;

} // namespace

Result<void> Probe::learnClasses(const ImageSetPtr& images, const FitContext& context)
{
    // Chains and variants with the same images share one classifier; the newest is kept.
    static std::mutex mutex;
    static std::weak_ptr<const ImageSet> knownImages;
    static std::shared_ptr<const Classifier> known;
    const std::lock_guard lock(mutex);
    if (!known || knownImages.lock() != images) {
        auto trained = Classifier::trained(*images, context);
        if (!trained)
            return trained.error();
        known = std::move(*trained);
        knownImages = images;
    }
    m_classifier = known;
    return {};
}

Matrix Probe::encode(const VaeSnapshot& model, MatrixView rows) const
{
    const VaeMath math(model.architecture(), "cpu");
    const std::int64_t n = rows.rows(), d = model.architecture().pixels(),
                       latent = model.architecture().latent;
    const Floats images = floatsOf(rows);
    Floats means(static_cast<std::size_t>(n * latent));
    for (std::int64_t first = 0; first < n; first += kBlock)
        math.encode(model.weights()->data(), std::min(kBlock, n - first), images.data() + first * d,
                    means.data() + first * latent);
    return matrixOf(means.data(), n, latent);
}

ImageProbe::Terms Probe::terms(const VaeSnapshot& model, MatrixView rows, Seed seed) const
{
    const VaeMath math(model.architecture(), "cpu");
    const std::int64_t n = rows.rows(), d = model.architecture().pixels(),
                       latent = model.architecture().latent;
    const Floats images = floatsOf(rows);
    std::vector<double> drawn(static_cast<std::size_t>(n * latent));
    fillNormals(seed, 0, drawn);
    const Floats noise(drawn.begin(), drawn.end());
    Terms sum;
    for (std::int64_t first = 0; first < n; first += kBlock) {
        const auto [reconstruction, kl] =
            math.loss(model.weights()->data(), {std::min(kBlock, n - first), images.data() + first * d,
                                                noise.data() + first * latent});
        sum.reconstruction += reconstruction;
        sum.kl += kl;
    }
    return {sum.reconstruction / static_cast<double>(n), sum.kl / static_cast<double>(n)};
}

} // namespace hareloom::neural

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/ImageSet.h"
#include "core/families/image/ImageSettings.h"
#include "core/families/image/VaeSnapshot.h"
#include "core/family/Generator.h"
#include "core/family/NetworkNeeds.h"
#include "core/family/NetworkSettings.h"
#include "core/family/NeuralLibrary.h"

namespace hareloom {

struct DataShape;

/// What a classifier, trained once on real images with labels, says of some rows.
struct ClassifiedRows
{
    Matrix features;          // (n, f): its hidden layer
    std::vector<int> classes; // (n)
};

/// Looks at images for the metrics. Deterministic; one thread at a time.
class ImageProbe
{
public:
    virtual ~ImageProbe() = default;

    /// Trains the classifier, or finds the one that was trained on these images before. Errors: Stopped,
    /// InvalidData (no labels).
    virtual Result<void> learnClasses(const ImageSetPtr& images, const FitContext& context) = 0;
    /// Share of test images that the classifier gets right: of the source's own test set, or of every seventh
    /// image, on which it was not trained. Needs learnClasses().
    virtual double accuracy() const = 0;
    virtual ClassifiedRows classify(MatrixView rows) const = 0;

    /// Means of the latent distribution of each row (n, latent). The snapshot has weights.
    virtual Matrix encode(const VaeSnapshot& model, MatrixView rows) const = 0;
    /// Mean over the rows of the two terms of the loss, in nats a row.
    struct Terms
    {
        double reconstruction = 0, kl = 0;
    };
    virtual Terms terms(const VaeSnapshot& model, MatrixView rows, Seed seed) const = 0;
};

/// What the image family asks of the library of LibTorch.
class ImageNetworks : public NeuralPart
{
public:
    static constexpr std::string_view kName = "image";

    virtual std::unique_ptr<Generator> makeGenerator(const ImageSettings& settings,
                                                     const NetworkSettings& training,
                                                     const DataShape& shape) const = 0;
    virtual std::unique_ptr<ImageProbe> makeProbe() const = 0;
    /// What a training on `rows` images holds. `device`: one that checkDevice() takes.
    virtual NetworkMemory memory(const VaeArchitecture& architecture, std::int64_t rows, std::int64_t batch,
                                 const std::string& device) const = 0;
    /// Decoder means of n latent points, one behind the other: n images of bytes. The snapshot has weights.
    virtual std::vector<std::uint8_t> decode(const VaeSnapshot& model,
                                             std::span<const float> latents) const = 0;
    /// The latent points of every snapshot's wall (VaeView): (count, latent).
    virtual std::vector<float> wallLatents(const VaeArchitecture& architecture, int count) const = 0;
};

/// Any thread; the first call loads LibTorch, which may take half a second. Errors: those of torchLibrary().
Result<const ImageNetworks*> imageNetworks();

/// Whether images can be trained in this build. Errors: those of imageNetworks().
Result<void> checkImageNetworks();

/// The family's generator, or one that refuses every fit and says why there is none.
std::unique_ptr<Generator> makeImageGenerator(const ImageSettings& settings, const NetworkSettings& training,
                                              const DataShape& shape);

} // namespace hareloom

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/ImageSet.h"
#include "core/experiment/ModelConfig.h"
#include "core/families/image/VaeSnapshot.h"
#include "core/families/language/LanguageModel.h"
#include "core/family/Generator.h"

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

/// A device on which networks can be trained: name as on the command line ("cpu", "cuda:0"), or why not.
struct NeuralDevice
{
    std::string name, description;
};

/// What training a network holds at once beside the program, counted from its shape, in bytes; `device...`
/// are 0 on the processor. A card's batch is as large as it has room for, down to one block of text.
struct NetworkMemory
{
    std::int64_t machine = 0;                   // of the machine's memory
    std::int64_t device = 0, deviceLeast = 0;   // of the card's: what is taken, and what it cannot do without
    std::int64_t deviceFree = 0, deviceAll = 0; // what the card has; 0: not known
};

/// The part of the engine that needs LibTorch: a library of its own (core/neural), loaded when first asked
/// for, so that whoever trains no network does not wait for it.
class NeuralLibrary
{
public:
    virtual ~NeuralLibrary() = default;
    virtual std::string version() const = 0; // "LibTorch 1.13.1"
    virtual std::vector<NeuralDevice> devices() const = 0;
    /// "cpu", "cuda", "cuda:i"; "torch:cpu" is the processor driven as a card is, for tests. Errors:
    /// Unsupported, the reason alone: "no NVIDIA driver is loaded".
    virtual Result<void> checkDevice(const std::string& device) const = 0;
    virtual std::unique_ptr<Generator> makeImageGenerator(const ModelConfig& config,
                                                          const DataShape& shape) const = 0;
    virtual std::unique_ptr<ImageProbe> makeImageProbe() const = 0;
    /// `weights` are parameterCount() numbers; `device` is one that checkDevice() takes. Errors: InvalidData,
    /// Unsupported.
    virtual Result<std::unique_ptr<LanguageModel>> makeLanguageModel(const LanguageArchitecture& architecture,
                                                                     const LanguageWeights& weights,
                                                                     const std::string& device) const = 0;
    /// `plan` as train() gets it, blocks of `length` tokens; `validates`: with validation blocks. The device
    /// is one that checkDevice() takes.
    virtual NetworkMemory languageMemory(const LanguageArchitecture& architecture,
                                         const LanguageTrainingPlan& plan, std::int64_t length,
                                         bool validates, const std::string& device) const = 0;
    virtual NetworkMemory imageMemory(const VaeArchitecture& architecture, std::int64_t rows,
                                      std::int64_t batch, const std::string& device) const = 0;
    /// Decoder means of n latent points, one behind the other: n images of bytes. The snapshot has weights.
    virtual std::vector<std::uint8_t> decode(const VaeSnapshot& model,
                                             std::span<const float> latents) const = 0;
    /// The latent points of every snapshot's wall (VaeView): (count, latent).
    virtual std::vector<float> wallLatents(const VaeArchitecture& architecture, int count) const = 0;
};

/// Loads it once; later calls give the same answer. Any thread; the first call may take half a second.
/// Errors: Unsupported, one sentence with where it was looked for.
Result<const NeuralLibrary*> neuralLibrary();

/// Family image: a generator of the library, or one that says why there is none.
std::unique_ptr<Generator> makeImageGenerator(const ModelConfig& config, const DataShape& shape);

/// What program and library must have in common to call each other.
extern "C" typedef const NeuralLibrary* NeuralEntry(const char* build);
inline constexpr const char* kNeuralEntryName = "hareloomNeuralLibrary";

} // namespace hareloom

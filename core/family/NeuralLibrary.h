// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A device on which networks can be trained: name as on the command line ("cpu", "cuda:0"), and what it is.
struct NeuralDevice
{
    std::string name, description;
};

/// What a library offers to one family. The family declares it, with the name by which it is found
/// (`kName`): core/families/image/ImageNetworks.h, core/families/language/LanguageNetworks.h.
class NeuralPart
{
public:
    virtual ~NeuralPart() = default;
};

/// A library of core/neural, which is opened when first asked for, so that whoever trains no network does not
/// wait for it. Lives as long as the program; any thread.
class NeuralLibrary
{
public:
    virtual ~NeuralLibrary() = default;
    virtual std::string version() const = 0; // "LibTorch 1.13.1"
    virtual std::vector<NeuralDevice> devices() const = 0;
    /// "cpu", "cuda", "cuda:i"; "torch:cpu" is the processor driven as a card is, for tests. Errors:
    /// Unsupported, the reason alone: "no NVIDIA driver is loaded".
    virtual Result<void> checkDevice(const std::string& device) const = 0;
    /// Null where it has none of this name.
    virtual const NeuralPart* part(std::string_view name) const = 0;
};

/// Our own engine on the processor, which is part of every build: language models.
/// Loads it once; later calls give the same answer. Any thread. Errors: Unsupported, one sentence with where
/// it was looked for.
Result<const NeuralLibrary*> processorLibrary();

/// What needs LibTorch: image models, and every network on a graphics card. As processorLibrary(); the first
/// call may take half a second and 150 MB.
Result<const NeuralLibrary*> torchLibrary();

/// The part of a library that a family declares; `library` as the functions above give it. Errors: theirs.
template<class Part>
Result<const Part*> partOf(const Result<const NeuralLibrary*>& library)
{
    if (!library)
        return library.error();
    if (const NeuralPart* part = (*library)->part(Part::kName))
        return static_cast<const Part*>(part);
    return unsupported((*library)->version() + " has no part for the family " + std::string(Part::kName));
}

/// What program and library must have in common to call each other.
extern "C" typedef const NeuralLibrary* NeuralEntry(const char* build);
inline constexpr const char* kNeuralEntryName = "hareloomNeuralLibrary";

} // namespace hareloom

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/NeuralLibrary.h"

#include "core/base/OwnLibrary.h"

namespace hareloom {
namespace {

using Loaded = Result<const NeuralLibrary*>;

/// One of core/neural's libraries, in words that a refusal is made of.
struct Wanted
{
    const char* file;
    const char* needed;  // "Language models need Hareloom's language library"
    const char* whereTo; // what puts it where it is looked for
    int megabytes = 0, megabytesPerCore = 0; // OwnLibrary's
};

Loaded load(const Wanted& wanted)
{
    const auto entry = entryOf(
        {wanted.file, kNeuralEntryName, HARELOOM_NEURAL_BUILT, wanted.megabytes, wanted.megabytesPerCore});
    if (!entry && entry.error().kind == ErrorKind::System)
        return systemError(std::string(wanted.needed) + ", " + entry.error().message + ".");
    if (!entry)
        return unsupported(std::string(wanted.needed) + ", " + entry.error().message + "; " + wanted.whereTo);
    const NeuralLibrary* made = reinterpret_cast<NeuralEntry*>(*entry)(HARELOOM_NEURAL_BUILD);
    if (!made)
        return unsupported(std::string(wanted.needed) + ", and " + wanted.file +
                           " belongs to another build; install both together");
    return made;
}

} // namespace

Result<const NeuralLibrary*> processorLibrary()
{
    static const Loaded loaded =
        load({"libhareloom_language.so", "Language models need Hareloom's language library",
              "install it together with the program"});
    return loaded;
}

Result<const NeuralLibrary*> torchLibrary()
{
    static const Loaded loaded =
        load({"libhareloom_torch.so", "Image models and graphics cards need Hareloom's LibTorch library",
              "it is built where LibTorch is installed", 600, 128}); // OpenBLAS takes 128 a thread, or waits for them
    return loaded;
}

} // namespace hareloom

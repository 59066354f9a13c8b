// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/NeuralLibrary.h"

#include "core/base/ProgramFiles.h"

#include <dlfcn.h>

namespace hareloom {
namespace {

namespace fs = std::filesystem;
using Loaded = Result<const NeuralLibrary*>;

/// One of core/neural's libraries, in words that a refusal is made of.
struct Wanted
{
    const char* file;
    const char* needed;  // "Language models need Hareloom's language library"
    const char* whereTo; // what puts it where it is looked for
};

/// Beside the program, where the install puts it, and where the build made it.
std::vector<fs::path> folders()
{
    const fs::path program = programFolder();
    std::vector<fs::path> found;
    if (!program.empty())
        found = {program, program / HARELOOM_NEURAL_FROM_BIN};
    found.emplace_back(HARELOOM_NEURAL_BUILT);
    return found;
}

Loaded refused(const Wanted& wanted, const std::string& why)
{
    return unsupported(std::string(wanted.needed) + ", " + why);
}

Loaded open(const Wanted& wanted, const fs::path& path)
{
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return refused(wanted, std::string("which cannot be loaded: ") + dlerror());
    void* entry = dlsym(library, kNeuralEntryName);
    const NeuralLibrary* made =
        entry ? reinterpret_cast<NeuralEntry*>(entry)(HARELOOM_NEURAL_BUILD) : nullptr;
    if (!made)
        return refused(wanted, "and " + path.string() + " belongs to another build; install both together");
    return made;
}

Loaded load(const Wanted& wanted)
{
    std::error_code ignored;
    std::string looked;
    for (const fs::path& folder : folders()) {
        if (fs::exists(folder / wanted.file, ignored))
            return open(wanted, folder / wanted.file);
        looked += (looked.empty() ? "" : ", ") + folder.lexically_normal().string();
    }
    return refused(wanted,
                   std::string("and there is no ") + wanted.file + " in " + looked + "; " + wanted.whereTo);
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
              "it is built where LibTorch is installed"});
    return loaded;
}

} // namespace hareloom

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/NeuralLibrary.h"

#include "core/recipe/Families.h"

#include <dlfcn.h>

#include <filesystem>

namespace hareloom {
namespace {

namespace fs = std::filesystem;
using Loaded = Result<const NeuralLibrary*>;

/// Beside the program, where the install puts it, and where the build made it.
std::vector<fs::path> places()
{
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    std::vector<fs::path> found;
    if (!program.empty())
        found = {program / HARELOOM_NEURAL_FILE, program / HARELOOM_NEURAL_FROM_BIN / HARELOOM_NEURAL_FILE};
    found.emplace_back(HARELOOM_NEURAL_BUILT);
    return found;
}

Loaded refused(const std::string& why)
{
    return unsupported("Image and language models need Hareloom's neural library, " + why);
}

Loaded open(const fs::path& path)
{
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return refused(std::string("which cannot be loaded: ") + dlerror());
    void* entry = dlsym(library, kNeuralEntryName);
    const NeuralLibrary* made =
        entry ? reinterpret_cast<NeuralEntry*>(entry)(HARELOOM_NEURAL_BUILD) : nullptr;
    if (!made)
        return refused("and " + path.string() + " belongs to another build; install both together");
    return made;
}

Loaded load()
{
    std::error_code ignored;
    std::string looked;
    for (const fs::path& path : places()) {
        if (fs::exists(path, ignored))
            return open(path);
        looked += (looked.empty() ? "" : ", ") + path.parent_path().lexically_normal().string();
    }
    return refused(std::string("and there is no ") + HARELOOM_NEURAL_FILE + " in " + looked +
                   "; it is built where LibTorch is installed");
}

/// Stands in where the library is missing: every attempt to fit says why.
class AbsentGenerator final : public Generator
{
public:
    explicit AbsentGenerator(Error why) : m_why(std::move(why)) {}
    Result<FitReport> fit(const DatasetPtr&, const FitContext&) override { return m_why; }
    Result<FitReport> fitExactly(std::span<const PopulationPart>) override { return m_why; }
    DatasetPtr sample(std::int64_t, Seed, const SamplingBias&) const override { return nullptr; }
    SnapshotPtr snapshot() const override { return nullptr; }
    Result<void> restore(const SnapshotPtr&) override { return m_why; }

private:
    Error m_why;
};

} // namespace

Result<const NeuralLibrary*> neuralLibrary()
{
    static const Loaded loaded = load();
    return loaded;
}

std::unique_ptr<Generator> makeImageGenerator(const ModelConfig& config, const DataShape& shape)
{
    const auto library = neuralLibrary();
    if (!library)
        return std::make_unique<AbsentGenerator>(library.error());
    return (*library)->makeImageGenerator(config, shape);
}

} // namespace hareloom

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageCheckpoint.h"

#include "core/base/Text.h"
#include "core/tensors/MappedFile.h"
#include "core/tensors/Safetensors.h"
#include "core/tensors/TorchFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>

namespace hareloom {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char *kSafetensors = "model.safetensors", *kTorch = "pytorch_model.bin";
constexpr const char* kTokenizerFiles[] = {
    "vocab.json",       "merges.txt", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
    "added_tokens.json"};

Error at(const fs::path& path, const Error& error)
{
    return {error.kind, path.string() + ": " + error.message};
}

/// The name with the prefix that files may leave out.
std::string fullName(ModelType type, const std::string& name)
{
    if (type == ModelType::Opt)
        return name.starts_with("decoder.") ? "model." + name : name;
    return name.starts_with("transformer.") || name.starts_with("lm_head.") ? name : "transformer." + name;
}

/// What files may hold beside the weights: the tied head, and GPT-2's constant masks.
bool isPassedOver(const std::string& name)
{
    return name == "lm_head.weight" || name.ends_with(".attn.bias") || name.ends_with(".attn.masked_bias");
}

Result<void> readInto(const LanguageTensor& tensor, const TensorView& view, float* to)
{
    if (view.type == NumberType::Other)
        return invalidFile("found the tensor " + tensor.name +
                           " with numbers of another type; allowed: 16- and 32-bit floats");
    if (view.shape != tensor.shape) {
        const auto text = [](const std::vector<std::int64_t>& shape) { return json(shape).dump(); };
        return invalidFile("found the tensor " + tensor.name + " with the shape " +
                           text(view.shape).substr(0, 100) + ", allowed: " + text(tensor.shape));
    }
    if (!tensor.isTransposed)
        readNumbers(view.type, view.bytes.data(), tensor.size(), to);
    else {
        const std::int64_t inputs = tensor.shape[0], outputs = tensor.shape[1];
        std::vector<float> row(static_cast<std::size_t>(outputs));
        for (std::int64_t i = 0; i < inputs; ++i) {
            readNumbers(view.type,
                        view.bytes.data() + static_cast<std::size_t>(i * outputs) * bytesOf(view.type),
                        outputs, row.data());
            for (std::int64_t o = 0; o < outputs; ++o)
                to[o * inputs + i] = row[static_cast<std::size_t>(o)];
        }
    }
    if (!std::all_of(to, to + tensor.size(), [](float x) { return std::isfinite(x); }))
        return invalidFile("found a number that is not finite in the tensor " + tensor.name);
    return {};
}

Result<LanguageWeights> weightsOf(const LanguageArchitecture& architecture,
                                  const std::vector<TensorView>& views)
{
    std::map<std::string, const TensorView*> byName;
    for (const TensorView& view : views)
        byName[fullName(architecture.type, view.name)] = &view;
    auto weights =
        std::make_shared<std::vector<float>>(static_cast<std::size_t>(parameterCount(architecture)));
    for (const LanguageTensor& tensor : tensorsOf(architecture)) {
        const auto found = byName.find(tensor.name);
        if (found == byName.end())
            return invalidFile("found no tensor " + tensor.name + ", which config.json's model has");
        if (auto ok = readInto(tensor, *found->second, weights->data() + tensor.offset); !ok)
            return ok.error();
        byName.erase(found);
    }
    for (const auto& [name, view] : byName)
        if (!isPassedOver(name))
            return invalidFile("found the tensor " + printable(name.substr(0, 120)) +
                               ", which config.json's model has not");
    return LanguageWeights(std::move(weights));
}

Result<std::string> readText(const fs::path& path)
{
    constexpr std::size_t kMost = 1 << 20;
    const auto file = MappedFile::open(path.string());
    if (!file)
        return file.error();
    if (file->bytes().size() > kMost)
        return invalidFile(path.string() +
                           ": found a file of more than 1 MiB, allowed: a model's config.json");
    return std::string(file->bytes().begin(), file->bytes().end());
}

Result<void> replaceFile(const fs::path& path, const std::function<void(std::ostream&)>& write)
{
    const fs::path partial = path.string() + ".part";
    std::error_code failed;
    {
        std::ofstream out(partial, std::ios::binary);
        write(out);
        out.close();
        if (!out) {
            fs::remove(partial, failed);
            return systemError(path.string() +
                               ": cannot be written; is the disk full, or the folder not yours?");
        }
    }
    fs::rename(partial, path, failed);
    if (failed)
        return systemError(path.string() + ": cannot be written: " + failed.message());
    return {};
}

std::string headerOf(const LanguageArchitecture& architecture, NumberType numbers)
{
    json header = {{"__metadata__", {{"format", "pt"}}}};
    for (const LanguageTensor& tensor : tensorsOf(architecture)) {
        const auto each = static_cast<std::int64_t>(bytesOf(numbers));
        const std::int64_t begin = tensor.offset * each, end = begin + tensor.size() * each;
        header[tensor.name] = {{"dtype", numbers == NumberType::F32 ? "F32" : "F16"},
                               {"shape", tensor.shape},
                               {"data_offsets", {begin, end}}};
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    return text;
}

using Put = std::function<void(const void*, std::size_t)>;

/// Rows of a few numbers at a time, so that no second copy of the model is made.
void putTensor(const LanguageTensor& tensor, const float* from, NumberType numbers, const Put& put)
{
    const std::int64_t outputs = tensor.isTransposed ? tensor.shape[1] : tensor.shape.back(),
                       rows = tensor.size() / outputs;
    std::vector<float> row(static_cast<std::size_t>(outputs));
    std::vector<std::uint8_t> bytes(row.size() * bytesOf(numbers));
    for (std::int64_t r = 0; r < rows; ++r) {
        for (std::int64_t o = 0; o < outputs; ++o)
            row[static_cast<std::size_t>(o)] = from[tensor.isTransposed ? o * rows + r : r * outputs + o];
        writeNumbers(numbers, row.data(), outputs, bytes.data());
        put(bytes.data(), bytes.size());
    }
}

void writeSafetensors(const LanguageCheckpoint& checkpoint, NumberType numbers, const Put& put)
{
    static_assert(std::endian::native == std::endian::little, "safetensors are little-endian");
    const std::string header = headerOf(checkpoint.architecture, numbers);
    const std::uint64_t length = header.size();
    put(&length, sizeof length);
    put(header.data(), header.size());
    for (const LanguageTensor& tensor : tensorsOf(checkpoint.architecture))
        putTensor(tensor, checkpoint.weights->data() + tensor.offset, numbers, put);
}

} // namespace

Result<LanguageArchitecture> readLanguageArchitecture(const std::string& folder)
{
    const fs::path path = fs::path(folder) / "config.json";
    const auto config = readText(path);
    return config ? parseLanguageConfig(*config, path.string())
                  : Result<LanguageArchitecture>(config.error());
}

Result<LanguageCheckpoint> readLanguageCheckpoint(const std::string& folder)
{
    const fs::path root = folder;
    auto architecture = readLanguageArchitecture(folder);
    if (!architecture)
        return architecture.error();
    std::error_code ignored;
    const bool isSafe = fs::exists(root / kSafetensors, ignored);
    const fs::path path = root / (isSafe ? kSafetensors : kTorch);
    for (const char* index : {"model.safetensors.index.json", "pytorch_model.bin.index.json"})
        if (!fs::exists(path, ignored) && fs::exists(root / index, ignored))
            return unsupported((root / index).string() + ": found weights in several files, allowed: " +
                               kSafetensors + " or " + kTorch);
    if (!fs::exists(path, ignored))
        return invalidFile(folder + ": found no weights, allowed: a folder with " + kSafetensors + " or " +
                           kTorch);
    const auto file = MappedFile::open(path.string());
    if (!file)
        return file.error();
    const auto views = isSafe ? viewSafetensors(file->bytes()) : viewTorchFile(file->bytes());
    if (!views)
        return at(path, views.error());
    auto weights = weightsOf(*architecture, *views);
    if (!weights)
        return at(path, weights.error());
    return LanguageCheckpoint{std::move(*architecture), std::move(*weights)};
}

Result<void> writeLanguageCheckpoint(const std::string& folder, const LanguageCheckpoint& checkpoint,
                                     const std::string& tokenizerFolder, NumberType numbers)
{
    const fs::path root = folder;
    std::error_code failed;
    fs::create_directories(root, failed);
    if (failed)
        return systemError(folder + ": cannot be made: " + failed.message());
    auto done = replaceFile(root / kSafetensors, [&](std::ostream& out) {
        writeSafetensors(checkpoint, numbers, [&out](const void* data, std::size_t size) {
            out.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
        });
    });
    if (done)
        done = replaceFile(root / "config.json",
                           [&](std::ostream& out) { out << toLanguageConfig(checkpoint.architecture); });
    if (!done || tokenizerFolder.empty() || fs::equivalent(root, tokenizerFolder, failed))
        return done;
    for (const char* name : kTokenizerFiles)
        if (fs::exists(fs::path(tokenizerFolder) / name, failed)) {
            fs::copy_file(fs::path(tokenizerFolder) / name, root / name, fs::copy_options::overwrite_existing,
                          failed);
            if (failed)
                return systemError((root / name).string() + ": cannot be written: " + failed.message());
        }
    return {};
}

std::vector<std::uint8_t> toSafetensors(const LanguageCheckpoint& checkpoint, NumberType numbers)
{
    std::vector<std::uint8_t> bytes;
    writeSafetensors(checkpoint, numbers, [&bytes](const void* data, std::size_t size) {
        const auto* first = static_cast<const std::uint8_t*>(data);
        bytes.insert(bytes.end(), first, first + size);
    });
    return bytes;
}

Result<LanguageWeights> readLanguageWeights(const LanguageArchitecture& architecture,
                                            std::span<const std::uint8_t> safetensors)
{
    const auto views = viewSafetensors(safetensors);
    if (!views)
        return views.error();
    return weightsOf(architecture, *views);
}

} // namespace hareloom

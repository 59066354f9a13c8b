// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageCheckpoint.h"

#include "core/base/AtomicFile.h"
#include "core/base/Text.h"
#include "core/tensors/MappedFile.h"
#include "core/tensors/Safetensors.h"
#include "core/tensors/TorchFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <filesystem>
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

Result<void> checkShape(const LanguageTensor& tensor, const TensorView& view)
{
    if (view.type == NumberType::Other)
        return invalidFile("the tensor " + tensor.name +
                           " has numbers of another type than floats of 16 or 32 bits");
    const auto text = [](const std::vector<std::int64_t>& shape) { return json(shape).dump(); };
    if (view.shape != tensor.shape)
        return invalidFile("the tensor " + tensor.name + " has the shape " + text(view.shape).substr(0, 100) +
                           ", and the architecture gives it " + text(tensor.shape));
    return {};
}

Result<void> readInto(const LanguageTensor& tensor, const TensorView& view, float* to)
{
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

/// A file's arrays in the order of tensorsOf().
Result<std::vector<const TensorView*>> matched(const LanguageArchitecture& architecture,
                                               const std::vector<TensorView>& views)
{
    std::map<std::string, const TensorView*> byName;
    for (const TensorView& view : views)
        byName[fullName(architecture.type, view.name)] = &view;
    std::vector<const TensorView*> found;
    for (const LanguageTensor& tensor : tensorsOf(architecture)) {
        const auto view = byName.find(tensor.name);
        if (view == byName.end())
            return invalidFile("found no tensor " + tensor.name + ", which config.json's model has");
        if (auto ok = checkShape(tensor, *view->second); !ok)
            return ok.error();
        found.push_back(view->second);
        byName.erase(view);
    }
    for (const auto& [name, view] : byName)
        if (!isPassedOver(name))
            return invalidFile("found the tensor " + printable(name.substr(0, 120)) +
                               ", which config.json's model has not");
    return found;
}

Result<LanguageWeights> weightsOf(const LanguageArchitecture& architecture,
                                  const std::vector<TensorView>& views)
{
    const auto found = matched(architecture, views);
    if (!found)
        return found.error();
    auto weights =
        std::make_shared<std::vector<float>>(static_cast<std::size_t>(parameterCount(architecture)));
    auto view = found->begin();
    for (const LanguageTensor& tensor : tensorsOf(architecture))
        if (auto ok = readInto(tensor, **view++, weights->data() + tensor.offset); !ok)
            return ok.error();
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
                           ": the file has more than 1 MiB, too much for a model's config.json.");
    return std::string(file->bytes().begin(), file->bytes().end());
}

/// Copies of the tokenizer's files; none where the tokenizer is the model's own.
Result<void> copyTokenizer(const fs::path& from, const fs::path& to)
{
    std::error_code failed;
    if (from.empty() || fs::equivalent(to, from, failed))
        return {};
    for (const char* name : kTokenizerFiles) {
        if (!fs::exists(from / name, failed))
            continue;
        const auto file = MappedFile::open((from / name).string());
        if (!file)
            return file.error();
        const auto bytes = file->bytes();
        auto written = writeFileAtomically((to / name).string(), [bytes](std::ostream& out) {
            out.write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
            return Result<void>();
        });
        if (!written)
            return written;
    }
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

/// The file with the weights, whichever of its names it has.
Result<fs::path> weightsIn(const fs::path& root)
{
    std::error_code ignored;
    for (const char* name : {kSafetensors, kTorch})
        if (fs::exists(root / name, ignored))
            return root / name;
    for (const char* index : {"model.safetensors.index.json", "pytorch_model.bin.index.json"})
        if (fs::exists(root / index, ignored))
            return unsupported((root / index).string() +
                               ": the weights lie in several files. They must lie in one, " + kSafetensors +
                               " or " + kTorch + ".");
    return invalidFile(root.string() + ": there are no weights in this folder. Name one with " +
                       kSafetensors + " or " + kTorch + ".");
}

/// Calls use(architecture, arrays) while the file with the arrays is open; its result, with the file's path.
template<class Use>
auto withWeights(const std::string& folder, const Use& use)
    -> decltype(use(LanguageArchitecture(), std::vector<TensorView>()))
{
    const auto architecture = readLanguageArchitecture(folder);
    if (!architecture)
        return architecture.error();
    const auto path = weightsIn(folder);
    if (!path)
        return path.error();
    const auto file = MappedFile::open(path->string());
    if (!file)
        return file.error();
    const auto views =
        path->filename() == kSafetensors ? viewSafetensors(file->bytes()) : viewTorchFile(file->bytes());
    if (!views)
        return at(*path, views.error());
    auto used = use(*architecture, *views);
    if (!used)
        return at(*path, used.error());
    return used;
}

} // namespace

Result<LanguageArchitecture> readLanguageArchitecture(const std::string& folder)
{
    const fs::path path = fs::path(folder) / "config.json";
    return readText(path).and_then(
        [&path](const std::string& config) { return parseLanguageConfig(config, path.string()); });
}

Result<LanguageArchitecture> checkLanguageCheckpoint(const std::string& folder)
{
    return withWeights(folder, [](const LanguageArchitecture& architecture, const auto& views) {
        return matched(architecture, views).transform([&](const auto&) { return architecture; });
    });
}

Result<LanguageCheckpoint> readLanguageCheckpoint(const std::string& folder)
{
    return withWeights(folder, [](const LanguageArchitecture& architecture, const auto& views) {
        return weightsOf(architecture, views).transform([&](LanguageWeights weights) {
            return LanguageCheckpoint{architecture, std::move(weights)};
        });
    });
}

Result<void> writeLanguageCheckpoint(const std::string& folder, const LanguageCheckpoint& checkpoint,
                                     const std::string& tokenizerFolder, NumberType numbers)
{
    const fs::path root = folder;
    if (auto made = makeFolder(folder); !made)
        return made;
    auto written = writeFileAtomically((root / kSafetensors).string(), [&](std::ostream& out) {
        writeSafetensors(checkpoint, numbers, [&out](const void* data, std::size_t size) {
            out.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
        });
        return Result<void>();
    });
    if (written)
        written = writeFileAtomically((root / "config.json").string(), [&](std::ostream& out) {
            out << toLanguageConfig(checkpoint.architecture);
            return Result<void>();
        });
    return written ? copyTokenizer(tokenizerFolder, root) : written;
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
    return viewSafetensors(safetensors).and_then([&](const auto& views) {
        return weightsOf(architecture, views);
    });
}

} // namespace hareloom
